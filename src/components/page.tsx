import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/lib/aria'
import { classNames } from '@/lib/class-names'
import { displayClass, useDisplay } from '@/lib/display-store'
import { goBack, isFirstPage, type Tab } from '@/lib/go'
import { windowMetrics } from '@/lib/window-metrics'
import { Icon } from './icon'
import { NetworkBar } from './network-bar'
import { PlatformLayers } from './platform-layers'
import { Pressable } from './pressable'
import { PrivacyPopup } from './privacy-popup'
import { TabBar } from './tab-bar'
import { ToastView } from './toast-view'
import './page.scss'

type Props = {
  title: string
  children: ReactNode
  /** The page's main action, always in sight above the bottom edge. */
  footer?: ReactNode
  /** A tab page: shows the tab bar, has no way back. */
  tab?: Tab
  /** A coloured head under the title; the first card overlaps it. */
  hero?: ReactNode
  tone?: 'red' | 'green'
  /** An officer's page: uses the width of a PC window; `reading` as much of it as is read with ease. */
  wide?: boolean | 'reading'
}

const Nav = ({ title, isTab, onHero }: { title: string; isTab: boolean; onHero: boolean }) => {
  const isFirst = isFirstPage()
  return (
    <View className={classNames('nav', onHero && 'nav-on-hero')}>
      <View className="nav-side">
        {!isTab && (
          <Pressable className="nav-back" label={isFirst ? '回首页' : '返回'} onPress={goBack}>
            <Icon name={isFirst ? 'home' : 'chevron-left'} />
          </Pressable>
        )}
      </View>
      <View className="nav-title" {...aria({ role: 'heading', level: 1 })}>
        {title}
      </View>
      <View className="nav-side" />
    </View>
  )
}

/** Every page stands in one: `<Page title='隐患台账' footer={<Button …/>}>…</Page>`. Brings title, text size, network bar, toast and privacy popup. */
export const Page = ({ title, children, footer, tab, hero, tone = 'red', wide }: Props) => {
  const display = useDisplay()
  const { status, nav, capsule } = windowMetrics()
  const size = `--status:${status}px;--nav:${nav}px;--capsule:${Math.max(capsule, 48)}px`
  return (
    <View
      className={classNames('page', displayClass(display), wide && (wide === true ? 'page-wide' : 'page-reading'))}
      style={size}
    >
      {hero ? (
        <View className={`page-hero page-hero-${tone}`}>
          <Nav title={title} isTab={tab !== undefined} onHero />
          <NetworkBar />
          <View className="page-hero-inner">{hero}</View>
        </View>
      ) : (
        <>
          <Nav title={title} isTab={tab !== undefined} onHero={false} />
          <NetworkBar />
        </>
      )}
      <View className={classNames('page-body', hero !== undefined && 'page-body-lifted')} {...aria({ role: 'main' })}>
        {children}
      </View>
      {(footer !== undefined || tab) && (
        <View className="page-bottom">
          {footer !== undefined && <View className="page-foot">{footer}</View>}
          {tab && <TabBar now={tab} />}
        </View>
      )}
      <ToastView />
      <PlatformLayers />
      <PrivacyPopup />
    </View>
  )
}
