import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { appealDays } from 'types/volunteer'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choice-field'
import { CommandSheet } from '@/components/command-sheet'
import { TextareaField } from '@/components/textarea-field'
import { showTime } from '@/lib/clock'
import { saying } from '@/lib/said-and-done'
import type { Application } from './api'
import { useDecideAppeal, useRemoveVolunteer } from './review-api'

type SheetProps = { application: Application; onClose: () => void }

const RemoveSheet = ({ application: { id, version }, onClose }: SheetProps) => {
  const removing = useRemoveVolunteer()
  const form = useForm({ defaultValues: { reason: '' } })
  return (
    <CommandSheet
      title="移出名册"
      form={form}
      command={removing}
      confirmWord="移出名册"
      onClose={onClose}
      onSubmit={({ reason }) => removing.mutate({ id, version, reason }, saying('已移出，下一版名册会体现', onClose))}
    >
      <TextareaField
        control={form.control}
        name="reason"
        label="移出原因"
        hint={`本人会看到，并可在 ${appealDays} 天内向上级工会申诉。`}
        max={200}
      />
    </CommandSheet>
  )
}

const AppealSheet = ({ application: { id, version }, onClose }: SheetProps) => {
  const deciding = useDecideAppeal()
  const form = useForm({ defaultValues: { result: 'uphold', opinion: '' } })
  const options = [
    { value: 'uphold', label: '申诉成立，恢复' },
    { value: 'dismiss', label: '维持移出' },
  ]
  return (
    <CommandSheet
      title="处理申诉"
      form={form}
      command={deciding}
      confirmWord="提交处理意见"
      onClose={onClose}
      onSubmit={({ result, opinion }) =>
        deciding.mutate({ id, version, uphold: result === 'uphold', opinion }, saying('处理意见已记录', onClose))
      }
    >
      <ChoiceField control={form.control} name="result" label="结论" look="segment" options={options} />
      <TextareaField control={form.control} name="opinion" label="处理意见" max={200} />
    </CommandSheet>
  )
}

const Story = ({ leaving }: { leaving: NonNullable<Application['leaving']> }) => (
  <View className="stack-s">
    <View className="strong">{leaving.kind === 'quit' ? '本人退出' : '移出名册'}</View>
    <View className="pre-line">{leaving.reason}</View>
    <View className="note">{[leaving.unit, showTime(leaving.at)].filter(Boolean).join(' · ')}</View>
    {leaving.appeal && <View className="pre-line">申诉：{leaving.appeal.words}</View>}
    {leaving.appeal?.answer && (
      <View className="pre-line">
        {leaving.appeal.answer.unit}：{leaving.appeal.answer.words}
      </View>
    )}
  </View>
)

/** How he came off the roster, and what is to be done about it. */
export const LeaveCard = ({ application }: { application: Application }) => {
  const [open, setOpen] = useState(false)
  const { leaving, acts } = application
  const mayRemove = acts.includes('remove')
  const mayAnswer = acts.includes('appeal-uphold')
  if (!leaving && !mayRemove) return null
  const close = () => setOpen(false)
  return (
    <Card>
      <View className="stack">
        {leaving && <Story leaving={leaving} />}
        {mayRemove && (
          <Button kind="quiet" onPress={() => setOpen(true)}>
            移出名册
          </Button>
        )}
        {mayAnswer && <Button onPress={() => setOpen(true)}>处理申诉</Button>}
        {open && mayRemove && <RemoveSheet application={application} onClose={close} />}
        {open && mayAnswer && <AppealSheet application={application} onClose={close} />}
      </View>
    </Card>
  )
}
