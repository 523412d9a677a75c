import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { AppError } from 'types/app-error'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { Steps } from '@/components/steps'
import { usePreview, useTemplates, type Preview } from '@/features/office/api'
import { AudienceStep } from '@/features/office/push/audience-step'
import { LookStep } from '@/features/office/push/look-step'
import { freshPush, pushSteps, toPush, type PushValues } from '@/features/office/push/push-values'
import { TimeStep } from '@/features/office/push/time-step'
import { WordingStep } from '@/features/office/push/wording-step'
import type { Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import '@/features/office/office.scss'
import { useDraft } from '@/hooks/use-draft'
import { submitAnew, useFieldErrors } from '@/hooks/use-field-errors'
import { sentenceOf } from '@/lib/query-client'

const isAboutWording = (error: Error) =>
  error instanceof AppError && Object.keys(error.fields ?? {}).some((field) => field.startsWith('wording'))

const PushForm = ({ seat }: { seat: Seat }) => {
  const root = { id: seat.nodeId, name: seat.nodeName }
  const [now, setNow] = useState(0)
  const form = useForm<PushValues>({ defaultValues: freshPush(root, new Date()) })
  const draft = useDraft({ key: 'draft-push', version: 3, form, part: seat.id })
  const templates = useTemplates()
  const preview = usePreview()
  useFieldErrors(form, preview.error)
  const goBackTo = ({ fields }: Preview) => {
    preview.reset()
    const wrong = fields.filter(({ problem }) => problem)
    if (wrong.length > 0) setNow(0)
    for (const { key, problem } of wrong) form.setError(`wording.${key}`, { message: problem ?? '' })
  }
  const look = (values: PushValues) =>
    preview.mutate(toPush(values, seat.nodeId), { onError: (error) => isAboutWording(error) && setNow(0) })
  const seen = preview.data
  if (seen)
    return (
      <LookStep
        preview={seen}
        values={form.getValues()}
        seatNode={seat.nodeId}
        onBack={() => goBackTo(seen)}
        onSent={draft.clear}
      />
    )
  return (
    <Page
      title="新建推送"
      wide
      footer={
        <View className="office-act">
          {now === 0 ? (
            <Button disabled={!templates.data} onPress={submitAnew(form, () => setNow(1))}>
              下一步：选对象
            </Button>
          ) : (
            <>
              <Button loading={preview.isPending} onPress={submitAnew(form, look)}>
                下一步：预览
              </Button>
              <Button kind="quiet" onPress={() => setNow(0)}>
                回去改内容
              </Button>
            </>
          )}
        </View>
      }
    >
      <View className="office-form">
        <Steps titles={pushSteps} now={now} />
        {draft.restoredAt && <View className="note">已接着上次没发出的内容。</View>}
        {now === 0 ? (
          <QueryView query={templates} skeleton={<Skeleton kind="card" count={2} />}>
            {({ items }) => <WordingStep form={form} templates={items} />}
          </QueryView>
        ) : (
          <>
            <AudienceStep form={form} root={root} />
            <TimeStep form={form} />
          </>
        )}
        {preview.error && <Card tone="red">{sentenceOf(preview.error)}</Card>}
      </View>
    </Page>
  )
}

/** A message to many: written, looked at, confirmed, sent. */
const PushNewPage = () => <WithSeat title="新建推送">{(seat) => <PushForm key={seat.id} seat={seat} />}</WithSeat>

export default PushNewPage
