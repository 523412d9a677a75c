import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { claimMachine } from 'types/prize-machines'
import type { ClaimRow } from 'types/quiz-prize'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Segment } from '@/components/segment'
import { useClaims } from '@/features/office/prize/api'
import { ClaimRowCard } from '@/features/office/prize/claim-row-card'
import { HandOverCard } from '@/features/office/prize/hand-over-card'
import { SignOffSheet } from '@/features/office/prize/sign-off-sheet'
import '@/features/office/office.scss'
import { useNeededParam } from '@/hooks/use-needed-param'
import { WithSeat } from '@/features/session/with-seat'

type State = ClaimRow['state']
const states: readonly State[] = ['held', 'handed', 'expired']
const stateOptions = states.map((value) => ({ value, label: claimMachine.states[value].label }))

const empties: Record<State, string> = {
  held: '没有等着领的奖品',
  handed: '还没有发出过奖品',
  expired: '没有过期未领的奖品',
}

const ClaimList = ({ campaignId }: { campaignId: string }) => {
  const [state, setState] = useState<State>('held')
  const claims = useClaims(campaignId, state)
  return (
    <View className="office-part">
      <Segment label="领取情况" options={stateOptions} value={state} onChange={setState} />
      <QueryView
        query={claims}
        isEmpty={(data) => data.pages[0]?.items.length === 0}
        empty={<Empty icon="gift" title={empties[state]} detail="职工申领或中奖后，会出现在这里。" />}
      >
        {(data) => (
          <>
            {data.pages
              .flatMap(({ items }) => items)
              .map((claim) => (
                <ClaimRowCard key={claim.id} claim={claim} />
              ))}
            <MoreButton query={claims} />
          </>
        )}
      </QueryView>
    </View>
  )
}

const Claims = () => {
  const campaignId = useNeededParam('campaignId')
  const [exporting, setExporting] = useState(false)
  const close = useCallback(() => setExporting(false), [])
  return (
    <Page title="发放奖品" wide>
      <View className="office-split">
        <View className="office-part">
          <HandOverCard campaignId={campaignId} />
          <Button kind="ghost" icon="download" onPress={() => setExporting(true)}>
            导出签收单
          </Button>
        </View>
        <ClaimList campaignId={campaignId} />
      </View>
      {exporting && <SignOffSheet campaignId={campaignId} onClose={close} />}
    </Page>
  )
}

/** Hands prizes over by code, and shows who has fetched what. */
const PrizeClaimsPage = () => <WithSeat title="发放奖品">{() => <Claims />}</WithSeat>

export default PrizeClaimsPage
