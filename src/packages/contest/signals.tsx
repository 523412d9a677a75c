import { useState } from 'react'
import { View } from '@tarojs/components'
import { signalMachine, type SignalState } from 'types/quiz-signals'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Segment } from '@/components/segment'
import { useSignals } from '@/features/office/result-api'
import { SignalCard } from '@/features/office/signal-card'
import '@/features/office/office.scss'
import { useNeededParam } from '@/hooks/use-needed-param'
import { WithSeat } from '@/features/session/with-seat'

const states = (Object.keys(signalMachine.states) as SignalState[]).map((value) => ({
  value,
  label: signalMachine.states[value].label,
}))

const nothings: Record<SignalState, string> = {
  new: '发现答得太快、一机多人、错得一样的答卷时，会列在这里等您核对。',
  cleared: '您核对过、没有问题的会留在这里。',
  excluded: '取消了名次的会留在这里，随时可以恢复。',
}

const Signals = () => {
  const campaignId = useNeededParam('campaignId')
  const [state, setState] = useState<SignalState>('new')
  const signals = useSignals(campaignId, state)
  return (
    <Page title="值得核对的成绩" wide>
      <Card tight tone="amber">
        <View>这些只是线索，不是作弊的证据。请先问清楚，再决定；没有核对之前，名次照常。</View>
      </Card>
      <Segment label="核对进度" options={states} value={state} onChange={setState} />
      <QueryView
        query={signals}
        isEmpty={({ pages }) => pages[0]?.items.length === 0}
        empty={<Empty icon="check" title="这里没有要看的" detail={nothings[state]} />}
      >
        {({ pages }) => (
          <>
            <View className="office-grid">
              {pages
                .flatMap(({ items }) => items)
                .map((signal) => (
                  <SignalCard key={signal.id} signal={signal} />
                ))}
            </View>
            <MoreButton query={signals} />
          </>
        )}
      </QueryView>
    </Page>
  )
}

/** Papers worth a look, decided one by one. */
const SignalsPage = () => <WithSeat title="值得核对的成绩">{(seat) => <Signals key={seat.id} />}</WithSeat>

export default SignalsPage
