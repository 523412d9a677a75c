import { View } from '@tarojs/components'
import { identityLabels } from 'types/hazard'
import { Card } from '@/components/card'
import { Tag } from '@/components/tag'
import { showTime } from '@/lib/clock'
import type { HazardDetail } from './api'
import { OpenIdentity } from './open-identity'

type Reporter = HazardDetail['reporters'][number]

const promise = {
  named: '愿意让工会知道姓名；企业看不到。',
  hidden: '要求对企业保密。查看身份会留下记录，上报人能看到是谁、什么时候、为什么看的。',
  anonymous: '匿名上报，系统里没有身份。',
} as const

const Row = ({ id, at, title }: { id: string; at: Reporter; title: string }) => (
  <View className="stack-s">
    <View className="row-between">
      <View className="text-m">{title}</View>
      <Tag tone="blue">{identityLabels[at.identity]}</Tag>
    </View>
    <OpenIdentity id={id} of={at.id} name={at.name} mayOpen={at.mayOpen} />
    {at.words && <View className="pre-line">{at.words}</View>}
  </View>
)

/** Everybody who reported it, in the order a reward goes by; who they are only where entitled, with a reason on record. */
export const ReportersCard = ({ detail: { id, reporters } }: { detail: HazardDetail }) => (
  <Card>
    <View className="stack">
      <View className="strong">{reporters.length > 1 ? `${reporters.length} 人反映了这一处` : '上报人'}</View>
      {reporters.map((at, no) => (
        <Row
          key={at.id}
          id={id}
          at={at}
          title={`${no === 0 ? '第一上报人' : `共同上报人 ${no}`} · ${showTime(at.at)}`}
        />
      ))}
      {[...new Set(reporters.map(({ identity }) => identity))].map((identity) => (
        <View key={identity} className="note">
          {identityLabels[identity]}：{promise[identity]}
        </View>
      ))}
    </View>
  </Card>
)
