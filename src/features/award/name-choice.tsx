import { View } from '@tarojs/components'
import type { ReporterIdentity } from 'types/hazard'
import { PublicName, publicNameLabels } from 'types/hazard-award-own'
import { Card } from '@/components/card'
import { Segment } from '@/components/segment'
import { showToast } from '@/lib/toast-store'
import { useNamePublicly } from './api'

type Props = { id: string; identity: ReporterIdentity; name: PublicName | null }

const options = PublicName.options.map((value) => ({ value, label: publicNameLabels[value] }))
const meaning: Record<PublicName, string> = {
  surname: '公示名单写“姓**”、单位和隐患编号，熟人可能认出您。随时可以改回。',
  code: '公示名单只写“线索编号末三位”，看不出是谁。',
}

/** How lists of rewards call who gave his name. Who asked to stay unknown has no choice to make, and is told so. */
export const NameChoice = ({ id, identity, name }: Props) => {
  const choose = useNamePublicly()
  if (name === null)
    return identity === 'named' ? null : (
      <View className="note">如果获得奖励，公示只写线索编号末三位，不写您是谁、在哪个单位。</View>
    )
  const change = (next: PublicName) => {
    if (next !== name && !choose.isPending)
      choose.mutate({ id, name: next }, { onSuccess: () => showToast('已保存', 'good') })
  }
  return (
    <Card>
      <View className="stack-s">
        <View className="strong">奖励公示时怎么称呼我</View>
        <Segment label="奖励公示时怎么称呼我" options={options} value={name} onChange={change} />
        <View className="text-m">{meaning[name]}</View>
      </View>
    </Card>
  )
}
