import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { messageMachine, MessageState } from 'types/notice-message'
import { fewWords } from 'types/told-number'
import { Card } from '@/components/card'
import { ChipChoice } from '@/components/chip'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { Stat } from '@/components/stat'
import { StateTag } from '@/components/tag'
import { usePushResult, type Push } from '@/features/office/api'
import { PushActs } from '@/features/office/push/push-acts'
import { PushFacts, pushNumbers } from '@/features/office/push/push-card'
import { PushOutcome } from '@/features/office/push/push-outcome'
import { PushSeen } from '@/features/office/push/push-seen'
import '@/features/office/office.scss'
import { useNeededParam } from '@/hooks/use-needed-param'
import { showTime } from '@/lib/clock'

const Numbers = ({ push }: { push: Push }) => {
  const { total, sent, inApp, unknown, waiting } = pushNumbers(push)
  return (
    <View className="office-stats">
      <Stat value={push.state === 'preparing' ? undefined : total} label="收件人" />
      <Stat value={sent} label="微信送达" />
      <Stat value={inApp} label="仅站内" />
      {waiting > 0 && <Stat value={waiting} label="待发送" />}
      {push.leftOut !== 0 && <Stat value={push.leftOut ?? fewWords} label="点名除去，没有发" />}
      {unknown > 0 && <Stat value={unknown} label="结果不明" tone="red" />}
    </View>
  )
}

const preparing = <Empty icon="clock" title="正在准备名单" detail="一两分钟内开始发送，这一页会自己更新。" />
const waiting = <Empty icon="clock" title="等另一位工会干部同意" detail="同意之前不会发给任何人；也可以取消。" />
const returned = <Empty icon="close" title="这次推送被退回" detail="没有发给任何人。请按上面的原因改好后新建推送。" />
const scheduled = <Empty icon="clock" title="还没到发送时间" detail="到时间自动开始；在那之前可以取消。" />
const cancelled = <Empty icon="close" title="这次推送已取消" detail="没有发给任何人。需要时请新建推送。" />
const emptyOf: Partial<Record<Push['state'], ReactNode>> = { waiting, returned, scheduled, cancelled }
const nobodyYet = (state: Push['state'] | undefined) => (state && emptyOf[state]) ?? preparing

/** States somebody is in, to look at one of them alone. */
const stateChoices = ({ counts }: Push) =>
  MessageState.options.flatMap((state) =>
    counts[state] > 0 ? [{ value: state, label: `${messageMachine.states[state].label} ${counts[state]}` }] : [],
  )

// A trial is of its words; what a push came to is asked once somebody has it.
const hasOutcome = ({ ready, isTrial, total }: Push) => ready !== null && !isTrial && total > 0
const hasReaders = ({ ready, isTrial, total }: Push) => ready === null && !isTrial && total > 0

/** Each recipient's result; renewed by itself while messages are going out. */
const PushResultPage = () => {
  const [state, setState] = useState<MessageState>()
  const result = usePushResult(useNeededParam('id'), state)
  return (
    <Page title="送达结果" wide>
      <QueryView
        query={result}
        skeleton={
          <>
            <Skeleton kind="card" count={1} />
            <Skeleton kind="stats" count={3} />
            <Skeleton kind="list" />
          </>
        }
      >
        {(data) => {
          const rows = data.pages.flatMap(({ items }) => items)
          const push = data.pages[0]?.push
          return (
            <View className="office-split">
              <View className="office-part">
                {push && (
                  <>
                    <Card>
                      <PushFacts push={push} />
                    </Card>
                    {(push.total > 0 || !emptyOf[push.state]) && <Numbers push={push} />}
                    <PushActs push={push} />
                    {hasOutcome(push) && <PushOutcome id={push.id} />}
                    {hasReaders(push) && <PushSeen id={push.id} />}
                  </>
                )}
                <View className="note">没送到微信的人，都能在小程序的“消息”里看到全文。</View>
              </View>
              <View className="office-part">
                {rows.length === 0 && !state ? (
                  nobodyYet(push?.state)
                ) : (
                  <>
                    {push && stateChoices(push).length > 1 && (
                      <ChipChoice
                        label="只看哪种结果"
                        options={stateChoices(push)}
                        value={state}
                        onChange={(next) => setState(next === state ? undefined : next)}
                      />
                    )}
                    <ListGroup title="每个人的结果">
                      {rows.map((row, index) => (
                        <ListRow
                          key={index}
                          title={row.name}
                          detail={row.reason ?? (row.at ? showTime(row.at) : '等待发送')}
                          value={<StateTag state={messageMachine.states[row.state]} />}
                        />
                      ))}
                    </ListGroup>
                    <MoreButton query={result} />
                  </>
                )}
              </View>
            </View>
          )
        }}
      </QueryView>
    </Page>
  )
}

export default PushResultPage
