import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { extensionLabels, type Extension, type FivePlan, type ProgressNote } from 'types/hazard-five'
import type * as z from 'types/zod'
import { showDay, showTime } from '@/lib/clock'
import { Card } from './card'
import { PictureRow } from './photo-grid'
import { Tag } from './tag'

type Fixing = {
  plan: FivePlan | null
  notes: readonly z.output<typeof ProgressNote>[]
  extensions: readonly z.output<typeof Extension>[]
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <View>
    <View className="note">{name}</View>
    <View className="pre-line">{children}</View>
  </View>
)

const yuan = (money: number) => (money === 0 ? '不花钱' : `${money.toLocaleString('zh-CN')} 元`)

/** The five commitments of the enterprise; nothing while there are none. */
export const PlanCard = ({ plan }: Pick<Fixing, 'plan'>) =>
  plan && (
    <Card>
      <View className="stack-s">
        <View className="strong">整改方案（五落实）</View>
        <Fact name="责任人">{plan.answerable}</Fact>
        <Fact name="措施">{plan.measures}</Fact>
        <Fact name="资金">{yuan(plan.money)}</Fact>
        <Fact name="时限">{showDay(plan.dueAt)}前改完</Fact>
        <Fact name="预案">{plan.emergency}</Fact>
      </View>
    </Card>
  )

const tones = { asked: 'amber', granted: 'green', refused: 'grey' } as const

const Asked = ({ extension }: { extension: Fixing['extensions'][number] }) => (
  <View>
    <View className="row-between">
      <View className="strong">申请延到{showDay(extension.dueAt)}</View>
      <Tag tone={tones[extension.state]}>{extensionLabels[extension.state]}</Tag>
    </View>
    <View className="pre-line">{extension.reason}</View>
    {extension.answer && <View className="text-m">工会答复：{extension.answer}</View>}
    <View className="note">{showTime(extension.askedAt)}</View>
  </View>
)

/** What the enterprise asked for and how far it is, newest first; nothing while there is none of it. */
export const FixingCard = ({ notes, extensions }: Pick<Fixing, 'notes' | 'extensions'>) => {
  if (notes.length + extensions.length === 0) return null
  return (
    <Card>
      <View className="stack-s">
        {extensions.map((extension) => (
          <Asked key={extension.askedAt} extension={extension} />
        ))}
        {notes.length > 0 && <View className="strong">整改进展</View>}
        {notes.map((note) => (
          <View key={note.at}>
            <View className="pre-line">{note.words}</View>
            <PictureRow pictures={note.photos} label="进展照片" />
            <View className="note">{showTime(note.at)}</View>
          </View>
        ))}
      </View>
    </Card>
  )
}
