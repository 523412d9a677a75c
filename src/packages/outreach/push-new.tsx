import { useCallback, useState } from 'react'
import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { audienceLabels } from 'types/notice'
import { messageTemplates } from 'types/message-templates'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { Steps } from '@/components/steps'
import { usePreview, useSend, useTemplates, type Preview } from '@/features/office/api'
import { PushFields } from '@/features/office/push/push-fields'
import { hasProblem, PushPreview } from '@/features/office/push/push-preview'
import { freshPush, toPush, type PushValues } from '@/features/office/push/push-values'
import type { Seat } from '@/features/session/seat-choice'
import '@/features/office/office.scss'
import { useDraft } from '@/hooks/use-draft'
import { submitAnew, useFieldErrors } from '@/hooks/use-field-errors'
import { replacePage } from '@/lib/go'
import { sentenceOf } from '@/lib/query-client'
import { routes } from '@/lib/routes'
import { WithSeat } from '@/features/session/with-seat'

const steps = ['填写内容', '预览并发送'] as const

type SendProps = { preview: Preview; values: PushValues; seat: Seat; onBack: () => void; onSent: () => void }

const SendStep = ({ preview, values, seat, onBack, onSent }: SendProps) => {
  const [asking, setAsking] = useState(false)
  const close = useCallback(() => setAsking(false), [])
  const send = useSend()
  const { recipients, reachable } = preview
  const confirm = () =>
    send.mutate(toPush(values, seat.nodeId), {
      onSuccess: (push) => {
        onSent()
        replacePage(routes.officePushResult, { id: push.id })
      },
      onError: close,
    })
  const canSend = recipients > 0 && !hasProblem(preview)
  return (
    <Page
      title="新建推送"
      wide
      footer={
        <View className="office-act">
          {canSend && (
            <Button icon="send" onPress={() => setAsking(true)}>
              {`发送给 ${recipients} 人`}
            </Button>
          )}
          <Button kind={canSend ? 'quiet' : 'primary'} onPress={onBack}>
            回去修改
          </Button>
        </View>
      }
    >
      <Steps titles={steps} now={1} />
      <View className="text-m">{`${values.node.name} · ${audienceLabels[values.who]}`}</View>
      <PushPreview preview={preview} title={messageTemplates[values.template].title} />
      {send.error && <Card tone="red">{sentenceOf(send.error)}</Card>}
      <ConfirmDialog
        open={asking}
        title={`发送给 ${recipients} 人？`}
        confirmWord="确认发送"
        loading={send.isPending}
        onConfirm={confirm}
        onClose={close}
      >
        {`其中 ${reachable} 人会在微信里收到提醒，其他人在小程序的“消息”里看到。${values.day ? '到定好的时间才发，在那之前可以取消。' : '发出后不能撤回。'}`}
      </ConfirmDialog>
    </Page>
  )
}

const PushForm = ({ seat }: { seat: Seat }) => {
  const root = { id: seat.nodeId, name: seat.nodeName }
  const form = useForm<PushValues>({ defaultValues: freshPush(root, new Date()) })
  const draft = useDraft({ key: 'draft-push', version: 2, form, part: seat.id })
  const templates = useTemplates()
  const preview = usePreview()
  useFieldErrors(form, preview.error)
  const goBackTo = ({ fields }: Preview) => {
    preview.reset()
    for (const { key, problem } of fields) if (problem) form.setError(`data.${key}`, { message: problem })
  }
  const look = (values: PushValues) => preview.mutate(toPush(values, seat.nodeId))
  const seen = preview.data
  if (seen)
    return (
      <SendStep
        preview={seen}
        values={form.getValues()}
        seat={seat}
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
          <Button loading={preview.isPending} disabled={!templates.data} onPress={submitAnew(form, look)}>
            下一步：预览
          </Button>
        </View>
      }
    >
      <View className="office-form">
        <Steps titles={steps} now={0} />
        {draft.restoredAt && <View className="note">已接着上次没发出的内容。</View>}
        <QueryView query={templates} skeleton={<Skeleton kind="card" count={2} />}>
          {({ items }) => <PushFields form={form} templates={items} root={root} />}
        </QueryView>
        {preview.error && <Card tone="red">{sentenceOf(preview.error)}</Card>}
      </View>
    </Page>
  )
}

/** A message to many: written, looked at, confirmed, sent. */
const PushNewPage = () => <WithSeat title="新建推送">{(seat) => <PushForm key={seat.id} seat={seat} />}</WithSeat>

export default PushNewPage
