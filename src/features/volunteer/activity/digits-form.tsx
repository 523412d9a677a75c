import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import type { AttendanceRow } from 'types/volunteer-activity-views'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choice-field'
import { TextField } from '@/components/text-field'

type Values = { activityId: string; digits: string; way: string }
type Props = {
  rows: readonly AttendanceRow[]
  busy: boolean
  onDigits: (read: { activityId: string; digits: string; way: 'in' | 'out' }) => void
}

const ways = [
  { value: 'in', label: '签到' },
  { value: 'out', label: '签退' },
]
const sixDigits = (typed: string | number | undefined) =>
  /^\d{6}$/.test(String(typed ?? '')) || '请输入屏幕上的六位数字'

/** For who cannot scan: the six digits beside the code, of one of my activities of now. */
export const DigitsForm = ({ rows, busy, onDigits }: Props) => {
  const first = rows[0]
  const form = useForm<Values>({
    defaultValues: { activityId: first?.activityId ?? '', digits: '', way: first?.state === 'present' ? 'out' : 'in' },
  })
  const send = form.handleSubmit(({ activityId, digits, way }) => {
    onDigits({ activityId, digits: String(digits), way: way === 'out' ? 'out' : 'in' })
    form.setValue('digits', '')
  })
  return (
    <Card>
      <View className="stack">
        <View className="strong">扫不了码，输六位数字</View>
        {rows.length > 1 && (
          <ChoiceField
            control={form.control}
            name="activityId"
            label="哪次活动"
            options={rows.map(({ activityId, title }) => ({ value: activityId, label: title }))}
          />
        )}
        <ChoiceField control={form.control} name="way" label="签到还是签退" look="segment" options={ways} />
        <TextField
          control={form.control}
          name="digits"
          label="六位数字"
          hint="看组织者屏幕，20 秒换一次。"
          placeholder="例如 204816"
          max={6}
          rules={{ validate: sixDigits }}
        />
        <Button kind="ghost" loading={busy} onPress={() => void send()}>
          提交数字
        </Button>
      </View>
    </Card>
  )
}
