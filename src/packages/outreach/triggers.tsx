import { useState } from 'react'
import { View } from '@tarojs/components'
import { triggerPeople, triggers as rows, type SwitchKey, type TriggerPerson } from 'types/triggers'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { ChipChoice } from '@/components/chip'
import { useSetTrigger, useTriggers } from '@/features/office/trigger/trigger-api'
import { TriggerCard } from '@/features/office/trigger/trigger-row'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import '@/features/office/office.scss'
import { sentenceOf } from '@/lib/query-client'
import { showToast } from '@/lib/toast-store'

const people = (Object.keys(triggerPeople) as TriggerPerson[]).map((value) => ({ value, label: triggerPeople[value] }))

const TriggerList = ({ seat }: { seat: Seat }) => {
  const [to, setTo] = useState<TriggerPerson>('worker')
  const query = useTriggers(seat.nodeId)
  const command = useSetTrigger()
  const set = (key: SwitchKey, on: boolean | null) =>
    command.mutate(
      { nodeId: seat.nodeId, version: query.data?.version ?? null, key, on },
      { onSuccess: () => showToast('已保存，马上生效', 'good') },
    )
  return (
    <Page title="自动提醒" wide>
      <SeatChoice seat={seat} />
      <View className="text-m">系统自己发的消息都在这里。关掉的提醒不会发给本单位和下级的人；下级可以另设。</View>
      <ChipChoice label="发给谁的" options={people} value={to} onChange={setTo} />
      {command.error && <Card tone="red">{sentenceOf(command.error)}</Card>}
      <QueryView query={query}>
        {({ items }) => (
          <View className="office-grid">
            {items
              .filter(({ key }) => rows[key].to === to)
              .map((state) => (
                <TriggerCard
                  key={state.key}
                  state={state}
                  pending={command.isPending && command.variables?.key === state.key}
                  onSet={set}
                />
              ))}
          </View>
        )}
      </QueryView>
    </Page>
  )
}

/** Every message the product sends by itself, and which of them this union wants. */
const TriggersPage = () => <WithSeat title="自动提醒">{(seat) => <TriggerList key={seat.id} seat={seat} />}</WithSeat>

export default TriggersPage
