import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { gradeLabels } from 'types/hazard'
import { rungLabels, type Rung } from 'types/hazard-ladder'
import { waitingDays, type LadderDays } from 'types/hazard-rules'
import { ActSheet } from '@/components/act-sheet'
import { TextField } from '@/components/text-field'
import { showToast } from '@/lib/toast-store'
import { useSetLadderDays, type Rules } from './rules-api'

/** The rungs a hazard of each grade waits on, lowest first. */
export const waitingRungs = {
  general: ['post', 'team', 'workshop', 'enterprise', 'upper'],
  major: ['enterprise', 'upper'],
} as const satisfies Record<keyof LadderDays, readonly Rung[]>
export const grades = ['general', 'major'] as const

const inBounds = (typed: unknown) => {
  const days = Number(typed)
  const fits = Number.isInteger(days) && days >= waitingDays.least && days <= waitingDays.most
  return fits || `请填 ${waitingDays.least} 到 ${waitingDays.most} 的整数`
}

/** How many days a late hazard waits on each rung. */
export const LadderDaysSheet = ({ rules: { days, version }, onClose }: { rules: Rules; onClose: () => void }) => {
  const form = useForm<LadderDays>({ defaultValues: days })
  const saving = useSetLadderDays()
  const done = () => {
    showToast('等待天数已改好', 'good')
    onClose()
  }
  return (
    <ActSheet
      {...{ open: true, title: '督促等待天数', form, confirmWord: '保存', onClose }}
      {...{ pending: saving.isPending, error: saving.error }}
      onSubmit={(values) => saving.mutate({ version, days: values }, { onSuccess: done })}
    >
      <View className="text-m">逾期的隐患在每一级等这么多天，还没改完就往上提。已经在等的，从下一级起按新天数算。</View>
      {grades.flatMap((grade) =>
        waitingRungs[grade].map((rung) => (
          <TextField
            key={`${grade} ${rung}`}
            control={form.control}
            name={`${grade}.${rung}` as 'general.post'}
            kind="number"
            max={2}
            label={`${gradeLabels[grade]}隐患在“${rungLabels[rung]}”等几天`}
            rules={{ validate: inBounds }}
          />
        )),
      )}
    </ActSheet>
  )
}
