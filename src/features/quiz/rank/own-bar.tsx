import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { showNumber } from '@/lib/show-number'
import type { PersonRanking, UnitsOf, useMyRank, useMyUnitRank } from './api'
import { showPerson, showScore } from './person-list'
import { RankLine } from './rank-line'
import type { RankBy } from 'types/unit-ranks'
import { UnitLine } from './unit-list'

const ownWords: Record<UnitsOf, string> = { units: '我的单位', regions: '我的地区' }

type OwnUnit = { of: UnitsOf; by: RankBy; campaignId: string; query: ReturnType<typeof useMyUnitRank> }

/** The player's unit or region, always in sight; who has none is told how to get one. */
export const OwnUnit = ({ of, by, campaignId, query: { data } }: OwnUnit) => {
  if (!data) return null
  const row = of === 'units' ? data.unit : data.region
  if (row)
    return (
      <View className="rank-own">
        <UnitLine row={{ ...row, region: ownWords[of] }} by={by} own />
      </View>
    )
  if (data.unit) return null
  return (
    <>
      <View className="rank-own-hint">选好单位，您的积分就算进单位里。</View>
      <Button kind="ghost" onPress={() => openPage(routes.quizUnit, { campaignId })}>
        选择我的单位
      </Button>
    </>
  )
}

type Own = { query: ReturnType<typeof useMyRank>; by: PersonRanking['by'] }

const detailOf = ({ rank, ranked, excluded, unit }: NonNullable<ReturnType<typeof useMyRank>['data']>) => {
  if (excluded !== null) return `不计名次：${excluded}。有疑问请联系办活动的工会。`
  if (rank === null) return '得了分、填好活动要求的信息，就有名次。'
  return `共 ${showNumber(ranked)} 人上榜${unit ? ` · ${unit}` : ''}`
}

/** The player himself, always in sight. */
export const OwnPerson = ({ query: { data }, by }: Own) =>
  data ? (
    <View className="rank-own">
      <RankLine
        rank={data.rank}
        title={`${showPerson(data)}（我）`}
        detail={detailOf(data)}
        value={showScore(data.score, by)}
        own
      />
    </View>
  ) : null
