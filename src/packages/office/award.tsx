import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { awardMachine, type AwardAct } from 'types/hazard-award'
import type { AwardPlaceView } from 'types/hazard-award-office'
import { findMove } from 'types/state-machine'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { useAward, type Award } from '@/features/office/award/award-api'
import { AwardPanel } from '@/features/office/award/award-panel'
import {
  AnnounceSheet,
  DropSheet,
  FinishSheet,
  HandOverSheet,
  LeaveOutSheet,
  RewardSheet,
  WithdrawSheet,
} from '@/features/office/award/award-sheets'
import type { PlaceAct } from '@/features/office/award/place-rows'
import '@/features/office/office.scss'
import { useNeededParam } from '@/hooks/use-needed-param'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

/** Acts about the whole list: the page's main one, and the others; acts about one place. */
const mainActs = ['announce', 'finish'] as const
const otherActs = ['revise', 'withdraw'] as const
const placeActs = ['setReward', 'leaveOut', 'drop', 'handOver'] as const
type Opened = { act: AwardAct; place?: AwardPlaceView }

const labelOf = ({ state }: Award, act: AwardAct) => findMove(awardMachine, state, act, 'officer')?.label ?? act

const wholeSheets = { announce: AnnounceSheet, finish: FinishSheet, withdraw: WithdrawSheet }
const placeSheets = { setReward: RewardSheet, leaveOut: LeaveOutSheet, drop: DropSheet, handOver: HandOverSheet }

const OpenSheet = ({ award, opened, onClose }: { award: Award; opened: Opened; onClose: () => void }) => {
  const { act, place } = opened
  if (place) {
    const Sheet = placeSheets[act as keyof typeof placeSheets]
    return <Sheet award={award} place={place} onClose={onClose} />
  }
  const Sheet = wholeSheets[act as keyof typeof wholeSheets]
  return <Sheet award={award} onClose={onClose} />
}

const Loaded = ({ award }: { award: Award }) => {
  const [opened, setOpened] = useState<Opened>()
  const close = useCallback(() => setOpened(undefined), [])
  const isOffered = (act: AwardAct) => award.acts.includes(act) && (act !== 'announce' || award.places.length > 0)
  const acts: PlaceAct[] = placeActs
    .filter((act) => award.acts.includes(act))
    .map((act) => ({
      label: labelOf(award, act),
      onPress: (place) => setOpened({ act, place }),
      offered: ({ handed }) => act !== 'handOver' || handed === null,
    }))
  const choose = (act: AwardAct) =>
    act === 'revise' ? openPage(routes.officeAwardNew, { id: award.id }) : setOpened({ act })
  const main = mainActs.find(isOffered)
  return (
    <Page
      title="奖励名单"
      wide
      footer={
        main && (
          <View className="office-act">
            <Button onPress={() => choose(main)}>{labelOf(award, main)}</Button>
          </View>
        )
      }
    >
      <AwardPanel award={award} acts={acts}>
        {otherActs.filter(isOffered).map((act) => (
          <Button key={act} small kind="ghost" onPress={() => choose(act)}>
            {labelOf(award, act)}
          </Button>
        ))}
      </AwardPanel>
      {opened && <OpenSheet award={award} opened={opened} onClose={close} />}
    </Page>
  )
}

/** One batch of rewards, from the rule to the last one handed over. */
const AwardPage = () => {
  const award = useAward(useNeededParam('id'))
  if (award.data) return <Loaded award={award.data} />
  return (
    <Page title="奖励名单" wide>
      <QueryView query={award} skeleton={<Skeleton kind="card" count={3} />}>
        {() => null}
      </QueryView>
    </Page>
  )
}

export default AwardPage
