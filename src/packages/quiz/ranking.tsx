import { useState } from 'react'
import type { RankBy } from 'types/unit-ranks'
import { Page } from '@/components/page'
import { Segment } from '@/components/segment'
import { useMyRank, useMyUnitRank, usePersonRanking, useUnitRanking, type UnitsOf } from '@/features/quiz/rank/api'
import { OwnPerson, OwnUnit } from '@/features/quiz/rank/own-bar'
import { PersonList } from '@/features/quiz/rank/person-list'
import { UnitList } from '@/features/quiz/rank/unit-list'
import { useNeededParam } from '@/hooks/use-needed-param'

const views = [
  { value: 'units', label: '单位' },
  { value: 'regions', label: '地区' },
  { value: 'persons', label: '个人' },
] as const
type Shown = (typeof views)[number]['value']
type Props = { campaignId: string; shown: Shown; onShow: (shown: Shown) => void }

const Views = ({ shown, onShow }: Omit<Props, 'campaignId'>) => (
  <Segment label="看谁的排行" options={views} value={shown} onChange={onShow} />
)

const Units = ({ campaignId, shown, onShow, of }: Props & { of: UnitsOf }) => {
  const [asked, setAsked] = useState<RankBy>()
  const ranking = useUnitRanking(campaignId, of, asked)
  const by = asked ?? ranking.data?.pages[0]?.by
  const mine = useMyUnitRank(campaignId, by)
  const own = of === 'units' ? mine.data?.unit : mine.data?.region
  return (
    <Page title="排行榜" footer={by && <OwnUnit of={of} by={by} campaignId={campaignId} query={mine} />}>
      <Views shown={shown} onShow={onShow} />
      <UnitList of={of} query={ranking} onBy={setAsked} own={own?.id} />
    </Page>
  )
}

const Persons = ({ campaignId, shown, onShow }: Props) => {
  const ranking = usePersonRanking(campaignId)
  const mine = useMyRank(campaignId)
  const by = ranking.data?.pages[0]?.by ?? 'off'
  return (
    <Page title="排行榜" footer={by === 'off' ? undefined : <OwnPerson query={mine} by={by} />}>
      <Views shown={shown} onShow={onShow} />
      <PersonList query={ranking} />
    </Page>
  )
}

/** Units, regions and persons of a contest; where one stands oneself is always in sight. */
const RankingPage = () => {
  const campaignId = useNeededParam('campaignId')
  const [shown, setShown] = useState<Shown>('units')
  const views = { campaignId, shown, onShow: setShown }
  return shown === 'persons' ? <Persons {...views} /> : <Units key={shown} of={shown} {...views} />
}

export default RankingPage
