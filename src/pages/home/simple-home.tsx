import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Icon, type IconName } from '@/components/icon'
import { openPage, openTab } from '@/lib/go'
import { routes } from '@/lib/routes'
import type { LandingData } from './home-hero'
import './simple-home.scss'

type DoorProps = { icon: IconName; title: string; detail: string; tone: string; onPress: () => void }

const Door = ({ icon, title, detail, tone, onPress }: DoorProps) => (
  <Card onPress={onPress}>
    <View className="row">
      <View className={`simple-home-icon simple-home-${tone}`}>
        <Icon name={icon} size="l" />
      </View>
      <View className="grow">
        <View className="headline">{title}</View>
        <View className="text-m">{detail}</View>
      </View>
    </View>
  </Card>
)

/** Fewer and bigger: report, play, see what became of it. */
export const SimpleHome = ({ campaign }: { campaign: LandingData['campaign'] }) => (
  <>
    <Door
      icon="camera"
      tone="red"
      title="拍照报隐患"
      detail="拍一张就行，可对企业保密"
      onPress={() => openTab('hazard')}
    />
    {campaign?.state === 'open' && (
      <Door icon="quiz" tone="amber" title="答题闯关" detail={campaign.title} onPress={() => openTab('quiz')} />
    )}
    <Door
      icon="list"
      tone="green"
      title="我报过的"
      detail="看看办到哪一步了"
      onPress={() => openPage(routes.hazardMine)}
    />
  </>
)
