import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { TextareaField } from '@/components/textarea-field'
import { IdentityPicker } from '@/features/hazard/identity-picker'
import { sendJoin } from '@/features/hazard/join'
import type { ReportValues } from '@/features/hazard/report-values'
import { replacePage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { showToast } from '@/lib/toast-store'

const longest = 200

type Props = { hazardId: string; values: ReportValues | null; onClose: () => void }

/** Joins a hazard others reported: who one is, and what one adds. */
export const JoinSheet = ({ hazardId, values, onClose }: Props) => {
  const [identity, setIdentity] = useState(values?.identity ?? 'hidden')
  const [sending, setSending] = useState(false)
  const form = useForm({ defaultValues: { words: (values?.words ?? '').slice(0, longest) } })
  const send = form.handleSubmit(async ({ words }) => {
    if (sending) return
    setSending(true)
    await sendJoin({ hazardId, identity, words, photos: values?.photos ?? [] })
    showToast('已记下，有进展会告诉您', 'good')
    replacePage(routes.hazardMine)
  })
  return (
    <Sheet
      open
      title="我也看到了"
      onClose={onClose}
      footer={
        <Button loading={sending} onPress={() => void send()}>
          一起反映
        </Button>
      }
    >
      <View className="stack">
        <TextareaField
          control={form.control}
          name="words"
          label="您看到的情况"
          optional
          max={longest}
          hint="只有工会看得到。"
          placeholder="例如：昨天又松了一截"
        />
        <IdentityPicker value={identity} onChange={setIdentity} />
      </View>
    </Sheet>
  )
}
