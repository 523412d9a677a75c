import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { readyText } from 'types/ready-texts'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { Steps } from '@/components/steps'
import { useTemplates } from '@/features/office/api'
import { AudienceStep } from '@/features/office/push/audience-step'
import { LookStep } from '@/features/office/push/look-step'
import { freshPush, pushSteps, type PushValues } from '@/features/office/push/push-values'
import { originOfDrive, originOfReady, originOfText, type PushOrigin } from '@/features/office/push/push-origin'
import { TimeStep } from '@/features/office/push/time-step'
import { useLook } from '@/features/office/push/use-look'
import { WordingStep } from '@/features/office/push/wording-step'
import { useText } from '@/features/office/wording/text-api'
import type { Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import '@/features/office/office.scss'
import { useDraft } from '@/hooks/use-draft'
import { submitAnew } from '@/hooks/use-field-errors'
import { useQueryParam } from '@/hooks/use-query-param'
import { sentenceOf } from '@/lib/query-client'

const PushForm = ({ seat, origin }: { seat: Seat; origin?: PushOrigin }) => {
  const root = { id: seat.nodeId, name: seat.nodeName }
  const [now, setNow] = useState(0)
  const form = useForm<PushValues>({
    defaultValues: { ...freshPush(root, new Date()), ...origin?.values },
  })
  const draft = useDraft({ key: 'draft-push', version: 6, form, part: `${seat.id}${origin?.key ?? ''}` })
  const templates = useTemplates()
  const { look, lookWith, goBackTo, isPending, error, seen } = useLook(form, seat.nodeId, () => setNow(0))
  if (seen)
    return (
      <LookStep
        preview={seen}
        values={form.getValues()}
        seatNode={seat.nodeId}
        looking={isPending}
        onRule={lookWith}
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
              <Button loading={isPending} onPress={submitAnew(form, look)}>
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
            {({ items }) => <WordingStep form={form} templates={items} union={seat.nodeName} />}
          </QueryView>
        ) : (
          <>
            <AudienceStep form={form} root={root} />
            <TimeStep form={form} />
          </>
        )}
        {error && <Card tone="red">{sentenceOf(error)}</Card>}
      </View>
    </Page>
  )
}

/** Begun with a kept text: read first, so that the form stands with it. */
const WithText = ({ seat, id }: { seat: Seat; id: string }) => {
  const query = useText(id)
  if (query.data) return <PushForm seat={seat} origin={originOfText(query.data.text)} />
  return (
    <Page title="新建推送">
      <QueryView query={query}>{() => null}</QueryView>
    </Page>
  )
}

const useToldDrive = (): PushOrigin | undefined => {
  const [id, theme, from] = [useQueryParam('driveId'), useQueryParam('title'), useQueryParam('from')]
  const [union, slogan] = [useQueryParam('union'), useQueryParam('slogan')]
  return id && theme && from && union ? originOfDrive({ id, theme, from, union, slogan: slogan ?? '' }) : undefined
}

/** A message to many: written, looked at, confirmed, sent. `text`, `ready`, a drive: what it begins with. */
const PushNewPage = () => {
  const text = useQueryParam('text')
  const ready = readyText(useQueryParam('ready'))
  const told = useToldDrive()
  return (
    <WithSeat title="新建推送">
      {(seat) =>
        text ? (
          <WithText key={seat.id} seat={seat} id={text} />
        ) : (
          <PushForm key={seat.id} seat={seat} origin={ready ? originOfReady(ready) : told} />
        )
      }
    </WithSeat>
  )
}

export default PushNewPage
