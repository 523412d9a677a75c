import { View } from '@tarojs/components'
import { aria } from '@/lib/aria'
import { classNames } from '@/lib/class-names'
import { openTab, type Tab } from '@/lib/go'
import { Icon } from './icon'
import { Pressable } from './pressable'
import './tab-bar.scss'

const items = [
  { tab: 'home', icon: 'home', word: '首页' },
  { tab: 'quiz', icon: 'quiz', word: '闯关' },
  { tab: 'hazard', icon: 'camera', word: '随手拍' },
  { tab: 'my', icon: 'person', word: '我的' },
] as const

/** The four doors. Drawn by the page: WeChat's own bar takes neither our icons nor the person's text size. */
export const TabBar = ({ now }: { now: Tab }) => (
  <View className="tab-bar" {...aria({ role: 'tablist', label: '主要页面' })}>
    {items.map(({ tab, icon, word }) => (
      <Pressable
        key={tab}
        className={classNames('tab-bar-item', tab === now && 'tab-bar-on')}
        role="tab"
        selected={tab === now}
        onPress={tab === now ? undefined : () => openTab(tab)}
      >
        <Icon name={icon} />
        <View>{word}</View>
      </Pressable>
    ))}
  </View>
)
