import { View } from '@tarojs/components'
import type { RankRow } from 'types/quiz-rank'
import type { RankBy } from 'types/unit-ranks'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChipChoice } from '@/components/chip'
import { Empty } from '@/components/empty'
import { MoreButton } from '@/components/more-button'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { openTab } from '@/lib/go'
import type { UnitRanking, UnitsOf, useUnitRanking } from './api'
import { RankLine } from './rank-line'
import { rankChoices, rankMeanings, showMain, showRest, whyNoRank } from './rank-words'

const nothings = {
  units: <Empty icon="building" title="还没有单位上榜" detail="选好单位再闯关，成绩就会算进单位。" />,
  regions: <Empty icon="place" title="这次活动不分地区" detail="办活动的工会下面没有分区时，看单位排行就好。" />,
}

const detailOf = (row: RankRow, by: RankBy) => (
  <>
    {row.region && <View>{row.region}</View>}
    <View className="rank-line-figures">
      {showRest(row, by).map((figure) => (
        <View key={figure}>{figure}</View>
      ))}
    </View>
    {whyNoRank(row) && <View>{whyNoRank(row)}</View>}
  </>
)

export const UnitLine = ({ row, by, own }: { row: RankRow; by: RankBy; own?: boolean }) => (
  <RankLine rank={row.rank} title={row.name} detail={detailOf(row, by)} value={showMain(row, by)} own={own} />
)

const How = ({ ranking: { by, onlyScorers } }: { ranking: UnitRanking }) => (
  <Card tight>
    <View className="text-m">
      {rankMeanings[by]}
      {onlyScorers && '只算得了分的职工。'}
    </View>
  </Card>
)

type Props = {
  of: UnitsOf
  query: ReturnType<typeof useUnitRanking>
  onBy: (by: RankBy) => void
  /** Unit or region of the player. */
  own: string | undefined
}

/** Units or regions in the order of one figure, all others beside it. */
export const UnitList = ({ of, query, onBy, own }: Props) => (
  <QueryView
    query={query}
    skeleton={<Skeleton kind="list" count={5} />}
    isEmpty={({ pages }) => pages[0]?.items.length === 0}
    empty={
      <>
        {nothings[of]}
        <Button onPress={() => openTab('quiz')}>去闯关</Button>
      </>
    }
  >
    {({ pages }) => {
      const [first] = pages
      if (!first) return null
      return (
        <>
          <ChipChoice label="按什么排名" options={rankChoices} value={first.by} onChange={onBy} />
          <How ranking={first} />
          <View className="list-group">
            {pages
              .flatMap(({ items }) => items)
              .map((row) => (
                <UnitLine key={row.id} row={row} by={first.by} own={row.id === own} />
              ))}
          </View>
          <MoreButton query={query} />
        </>
      )
    }}
  </QueryView>
)
