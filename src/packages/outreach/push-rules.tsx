import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Fact } from '@/components/fact'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { usePushRules } from '@/features/office/push/reach-api'
import { PushRulesSheet } from '@/features/office/push/push-rules-sheet'
import { WithSeat } from '@/features/session/with-seat'
import '@/features/office/office.scss'

const hourWord = (hour: number) => `${hour} 点`

const RulesBody = () => {
  const query = usePushRules()
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  return (
    <Page title="推送规则">
      <QueryView query={query} skeleton={<Skeleton kind="facts" count={5} />}>
        {(view) => {
          const { perPerson, perNode, trialAbove, approveAbove, quietFrom, quietTo } = view.rules
          const quiet = quietFrom === quietTo ? '没有' : `${hourWord(quietFrom)} 到次日 ${hourWord(quietTo)}`
          return (
            <>
              <Card>
                <View className="stack-s">
                  <Fact name="每人每天" value={`微信最多提醒 ${perPerson} 次`} />
                  <Fact name="每单位每天" value={`最多推送 ${perNode} 次`} />
                  <Fact name="先试发" value={`超过 ${trialAbove} 人时`} />
                  <Fact name="同事同意" value={`超过 ${approveAbove} 人时`} />
                  <Fact name="不打扰时间" value={quiet} />
                </View>
              </Card>
              <View className="note">
                超过每天次数的人、不打扰时间里的消息，都照常放进小程序的“消息”。试发不受这些限制。上报进度、审核结果等系统通知也不受限制。
              </View>
              {view.mayChange ? (
                <Button onPress={() => setOpen(true)}>修改规则</Button>
              ) : (
                <View className="note">规则由最上级工会统一设定。</View>
              )}
              {open && <PushRulesSheet view={view} onClose={close} />}
            </>
          )
        }}
      </QueryView>
    </Page>
  )
}

/** How much may be sent, and when: the same for the whole tree. */
const PushRulesPage = () => <WithSeat title="推送规则">{() => <RulesBody />}</WithSeat>

export default PushRulesPage
