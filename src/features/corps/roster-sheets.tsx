import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { View } from '@tarojs/components'
import { copyRecipients, type RosterHead } from 'types/volunteer-roster'
import { CheckRow } from '@/components/checkbox-field'
import { ChipChoice } from '@/components/chip'
import { CommandSheet } from '@/components/command-sheet'
import { DateField } from '@/components/date-field'
import { TextField } from '@/components/text-field'
import { TextareaField } from '@/components/textarea-field'
import { dayOf } from '@/lib/clock'
import { openDocument } from '@/lib/open-document'
import { saying } from '@/lib/said-and-done'
import { useExportRoster, useNoteCopy, useQuestionRoster } from './roster-api'

type Props = { head: RosterHead; onClose: () => void }

/** The sheet of this version: masked, or with full numbers for a reason that stays on record. */
export const ExportSheet = ({ head, onClose }: Props) => {
  const exporting = useExportRoster()
  const [full, setFull] = useState(false)
  const form = useForm({ defaultValues: { reason: '' } })
  const submit = ({ reason }: { reason: string }) =>
    exporting.mutate(
      { id: head.id, full, ...(full ? { reason } : {}) },
      {
        onSuccess: ({ url, fileName }) => {
          void openDocument(url, fileName)
          onClose()
        },
      },
    )
  return (
    <CommandSheet
      title="导出名册汇总表"
      form={form}
      command={exporting}
      confirmWord={full ? '导出并留下记录' : '导出'}
      onClose={onClose}
      onSubmit={submit}
    >
      <View className="text-m">
        第 {head.no} 版，{head.rows} 人，按表样排好，可直接打印盖章。
      </View>
      <CheckRow on={full} onChange={setFull}>
        含完整身份证号和手机号
      </CheckRow>
      {full && (
        <TextareaField
          control={form.control}
          name="reason"
          label="用途"
          hint="会记入操作记录，名册上的每个人都能看到被导出过；文件一小时后从系统删除。"
          max={100}
        />
      )}
    </CommandSheet>
  )
}

/** Asks the regulator to look at it again. */
export const QuestionSheet = ({ head: { id, version }, onClose }: Props) => {
  const asking = useQuestionRoster()
  const form = useForm({ defaultValues: { words: '' } })
  return (
    <CommandSheet
      title="请监管部门核对"
      form={form}
      command={asking}
      confirmWord="发给监管部门"
      onClose={onClose}
      onSubmit={({ words }) => asking.mutate({ id, version, words }, saying('已请监管部门核对', onClose))}
    >
      <TextareaField control={form.control} name="words" label="要核对的内容" max={200} />
    </CommandSheet>
  )
}

const others = copyRecipients.map((name) => ({ value: name as string, label: name as string }))

/** That a copy went to somebody, and when. */
export const CopySheet = ({ head: { id, version }, onClose }: Props) => {
  const noting = useNoteCopy()
  const form = useForm({ defaultValues: { recipient: others[0]?.value ?? '', on: dayOf(new Date()), note: '' } })
  const recipient = useWatch({ control: form.control, name: 'recipient' })
  return (
    <CommandSheet
      title="登记报送"
      form={form}
      command={noting}
      confirmWord="登记"
      onClose={onClose}
      onSubmit={({ note, ...values }) =>
        noting.mutate({ id, version, ...values, ...(note ? { note } : {}) }, saying('已登记', onClose))
      }
    >
      <ChipChoice
        label="常用单位"
        options={others}
        value={recipient}
        onChange={(value) => form.setValue('recipient', value)}
      />
      <TextField control={form.control} name="recipient" label="报送单位" max={40} />
      <DateField control={form.control} name="on" label="报送日期" />
      <TextField control={form.control} name="note" label="备注（可不填）" placeholder="如：纸质复印件一份" max={100} />
    </CommandSheet>
  )
}
