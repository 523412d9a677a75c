import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { useLabels } from '@/hooks/use-labels'
import { IconTile, type IconName } from '@/components/icon'

type Point = { icon: IconName; title: string; detail: string }

const pointsOf = (regulator: string): readonly Point[] => [
  { icon: 'eye', title: '做什么', detail: '在企业里提醒、排查、反映隐患，参加安全宣传和检查活动' },
  { icon: 'calendar', title: '要多少时间', detail: '每年至少两次专题志愿活动，年底有考核和证书' },
  { icon: 'shield', title: '谁来审核', detail: `工会审核资格，${regulator}审核专业，两家都通过才入册` },
  { icon: 'lock', title: '资料安全吗', detail: '身份证号加密保存，谁看过完整号码都有记录' },
]

/** What a volunteer does and what it takes, before any question is asked. */
export const Introduction = () => (
  <Card>
    <View className="stack">
      {pointsOf(useLabels().regulator).map(({ icon, title, detail }) => (
        <View key={title} className="row">
          <IconTile name={icon} tone="green" />
          <View className="grow">
            <View className="strong">{title}</View>
            <View className="text-m">{detail}</View>
          </View>
        </View>
      ))}
    </View>
  </Card>
)
