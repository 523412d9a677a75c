import { useForm, useWatch } from 'react-hook-form'
import { View } from '@tarojs/components'
import { spellNumber } from 'types/volunteer-certificate-rules'
import type { KeptRule } from 'types/volunteer-year-set'
import { ChoiceField } from '@/components/choice-field'
import { CommandSheet } from '@/components/command-sheet'
import { TextField } from '@/components/text-field'
import { showToast } from '@/lib/toast-store'
import { readValues, toValues, type RuleValues } from './rule-values'
import { useSetYearRules } from './year-api'

type Props = { rule: KeptRule; years: readonly number[]; version: number | null; onClose: () => void }

/** What a year and those after it ask of volunteers. */
export const RuleSheet = ({ rule, years, version, onClose }: Props) => {
  const form = useForm<RuleValues>({ defaultValues: toValues(rule, years.at(-1) ?? rule.from) })
  const saving = useSetYearRules()
  const { control } = form
  const submit = (values: RuleValues) => {
    const read = readValues(values)
    if ('wrong' in read) return showToast(read.wrong ?? '', 'bad')
    saving.mutate(
      { version, from: Number(values.from), set: read.set },
      {
        onSuccess: () => {
          showToast('规则已保存', 'good')
          onClose()
        },
      },
    )
  }
  const [from, { text, digits }] = useWatch({ control, name: ['from', 'numbers'] })
  const example = spellNumber(Number(from), 1, { text, digits: Number(digits) || 1 })
  return (
    <CommandSheet
      {...{ title: '修改年度规则', form, confirmWord: '保存' }}
      {...{ command: saving, onClose, onSubmit: submit }}
    >
      <View className="text-m">从选定的年份起用，以前的年份不变；年度考核开始以后，当年的规则不能再改。</View>
      <ChoiceField
        control={control}
        name="from"
        label="从哪一年起"
        look="segment"
        options={years.map((year) => ({ value: String(year), label: `${year} 年` }))}
      />
      <TextField control={control} name="needed" kind="number" max={2} label="每年至少参加几次专题活动" />
      <TextField control={control} name="lateFrom" max={5} label="从哪天起入册算下半年" hint="写成 07-01 的样子。" />
      <TextField control={control} name="neededLate" kind="number" max={2} label="下半年入册的至少几次" />
      <TextField control={control} name="excellent.times" kind="number" max={2} label="优秀候选：至少几次专题活动" />
      <TextField control={control} name="excellent.hours" kind="digit" max={5} label="优秀候选：至少服务几小时" />
      <TextField control={control} name="excellent.absences" kind="number" max={1} label="优秀候选：最多缺席几次" />
      <TextField control={control} name="quotaPercent" kind="number" max={3} label="优秀最多占百分之几" />
      <TextField control={control} name="objectionDays" kind="number" max={2} label="本人几天内可提异议" />
      <TextField control={control} name="opensFrom" max={5} label="从哪天起可以开始考核" hint="写成 12-01 的样子。" />
      <TextField
        control={control}
        name="reminders"
        label="哪几天提醒次数不够的人"
        hint="写成 09-01、11-01；不提醒就清空。"
        placeholder="09-01、11-01"
      />
      <TextField
        control={control}
        name="numbers.text"
        max={30}
        label="证书编号样式"
        hint={`{year} 是年份，{count} 是序号。第一份：${example}`}
      />
      <TextField control={control} name="numbers.digits" kind="number" max={1} label="序号写几位" />
    </CommandSheet>
  )
}
