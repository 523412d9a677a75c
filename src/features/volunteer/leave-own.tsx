import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { OutputOf, RawInputOf } from 'types/contract'
import { leaveEntries } from 'types/volunteer-leave'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { CommandSheet } from '@/components/command-sheet'
import { TextareaField } from '@/components/textarea-field'
import { call } from '@/lib/call'
import { showDate } from '@/lib/clock'
import { saying } from '@/lib/said-and-done'
import type { Application } from './api'

const useLeaving = <A extends 'quit' | 'appealRemoval'>(action: A) => {
  const client = useQueryClient()
  return useMutation<OutputOf<(typeof leaveEntries)[A]>, Error, RawInputOf<(typeof leaveEntries)[A]>>({
    mutationFn: (input) => call(leaveEntries, 'volunteer', action, input),
    meta: { silent: true },
    onSettled: () => void client.invalidateQueries({ queryKey: ['volunteer'] }),
  })
}

type SheetProps = { application: Application; onClose: () => void }

const QuitSheet = ({ application: { id, version }, onClose }: SheetProps) => {
  const quitting = useLeaving('quit')
  const form = useForm({ defaultValues: { reason: '' } })
  return (
    <CommandSheet
      title="退出志愿服务"
      form={form}
      command={quitting}
      confirmWord="确认退出"
      onClose={onClose}
      onSubmit={({ reason }) => quitting.mutate({ id, version, reason }, saying('已退出，感谢您的付出', onClose))}
    >
      <View className="text-m">退出后会离开队伍和已报名的活动，资料三十天内删除；以后可以重新申请。</View>
      <TextareaField control={form.control} name="reason" label="退出原因" max={100} />
    </CommandSheet>
  )
}

const AppealSheet = ({ application: { id, version }, onClose }: SheetProps) => {
  const appealing = useLeaving('appealRemoval')
  const form = useForm({ defaultValues: { words: '' } })
  return (
    <CommandSheet
      title="提出申诉"
      form={form}
      command={appealing}
      confirmWord="提交申诉"
      onClose={onClose}
      onSubmit={({ words }) => appealing.mutate({ id, version, words }, saying('申诉已提交给上级工会', onClose))}
    >
      <TextareaField
        control={form.control}
        name="words"
        label="申诉理由"
        hint="由作出决定的上一级工会办理。"
        max={500}
      />
    </CommandSheet>
  )
}

const Removed = ({ leaving }: { leaving: NonNullable<Application['leaving']> }) => (
  <Card tone="amber">
    <View className="stack-s">
      <View className="strong">{leaving.kind === 'quit' ? '您已退出志愿服务' : '您已被移出名册'}</View>
      <View className="pre-line">{leaving.reason}</View>
      {leaving.unit && <View className="note">{leaving.unit}</View>}
      {leaving.appeal && <View className="pre-line">您的申诉：{leaving.appeal.words}</View>}
      {leaving.appeal?.answer && (
        <View className="pre-line">
          {leaving.appeal.answer.unit}：{leaving.appeal.answer.words}
        </View>
      )}
    </View>
  </Card>
)

/** Leaving by oneself, and what can be said against being removed. */
export const LeaveOwn = ({ application }: { application: Application }) => {
  const [open, setOpen] = useState(false)
  const { leaving, acts, state } = application
  const mayAppeal = acts.includes('appeal') && !leaving?.appeal
  const close = () => setOpen(false)
  return (
    <>
      {leaving && state !== 'enrolled' && <Removed leaving={leaving} />}
      {mayAppeal && leaving?.appealUntil && (
        <Button kind="ghost" onPress={() => setOpen(true)}>
          {`向上级申诉（${showDate(leaving.appealUntil)}前）`}
        </Button>
      )}
      {acts.includes('quit') && (
        <Button kind="quiet" onPress={() => setOpen(true)}>
          退出志愿服务
        </Button>
      )}
      {open && acts.includes('quit') && <QuitSheet application={application} onClose={close} />}
      {open && mayAppeal && <AppealSheet application={application} onClose={close} />}
    </>
  )
}
