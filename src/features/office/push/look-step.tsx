import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import type { LongRule } from 'types/fit-wording'
import { messageTemplates } from 'types/message-templates'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { Page } from '@/components/page'
import { Steps } from '@/components/steps'
import { replacePage } from '@/lib/go'
import { sentenceOf } from '@/lib/query-client'
import { routes } from '@/lib/routes'
import { useSend, type Preview } from '../api'
import { LongRuleCard } from '../wording/long-rule-card'
import { NeedsCard } from './needs-card'
import { hasProblem, PushPreview } from './push-preview'
import { pushSteps, toSend, type PushValues } from './push-values'

type Props = {
  preview: Preview
  values: PushValues
  seatNode: string
  looking: boolean
  onRule: (rule: LongRule) => void
  onBack: () => void
  onSent: () => void
}

/** What will be sent to how many, and the one button that sends it. */
export const LookStep = ({ preview, values, seatNode, looking, onRule, onBack, onSent }: Props) => {
  const [asking, setAsking] = useState(false)
  const close = useCallback(() => setAsking(false), [])
  const send = useSend()
  const { recipients, reachable } = preview
  const confirm = () =>
    send.mutate(toSend(values, seatNode), {
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
              {preview.needs.approval ? `提交，请同事同意发给 ${recipients} 人` : `发送给 ${recipients} 人`}
            </Button>
          )}
          <Button kind={canSend ? 'quiet' : 'primary'} onPress={onBack}>
            回去修改
          </Button>
        </View>
      }
    >
      <Steps titles={pushSteps} now={2} />
      <View className="text-m">{preview.words}</View>
      <LongRuleCard preview={preview} pending={looking} onRule={onRule} />
      <PushPreview preview={preview} title={messageTemplates[values.template].title} />
      {recipients > 0 && !hasProblem(preview) && <NeedsCard {...{ preview, values, seatNode }} />}
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
