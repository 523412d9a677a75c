import { View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import type { YearFilter, yearEntries } from 'types/volunteer-year'
import { hoursWord } from 'types/volunteer-year-rules'
import { Card } from '@/components/card'
import { ListGroup, ListRow } from '@/components/list-row'
import { Progress } from '@/components/progress'
import { Stat } from '@/components/stat'

export type Overview = OutputOf<typeof yearEntries.yearOverview>
type Tally = Overview['tally']

export const peopleOf = ({ none, some, enough }: Tally) => none + some + enough
const shareOf = (tally: Tally) => (peopleOf(tally) === 0 ? 0 : tally.enough / peopleOf(tally))
const percent = (tally: Tally) => `${Math.round(shareOf(tally) * 100)}%`

type Props = { overview: Overview; filter: YearFilter; onFilter: (filter: YearFilter) => void }

/** How many did nothing yet, too little, enough; a number leads to its list. */
export const YearTiles = ({ overview: { tally }, filter, onFilter }: Props) => (
  <Card>
    <View className="stack">
      <View className="row">
        <Stat value={tally.none} label="0 次" tone="red" on={filter === 'none'} onPress={() => onFilter('none')} />
        <Stat value={tally.some} label="1 次" on={filter === 'some'} onPress={() => onFilter('some')} />
        <Stat value={tally.enough} label="已达标" on={filter === 'enough'} onPress={() => onFilter('enough')} />
      </View>
      <Progress value={shareOf(tally)} tone="green" label={`达标 ${percent(tally)}`} />
      <View className="row-between">
        <View className="strong">达标 {percent(tally)}</View>
        <View className="text-m">
          共 {peopleOf(tally)} 人 · 服务 {hoursWord(tally.minutes)}
        </View>
      </View>
    </View>
  </Card>
)

/** The nodes right below, those who are furthest behind first. */
export const NodesBelow = ({ below }: Pick<Overview, 'below'>) =>
  below.length === 0 ? null : (
    <ListGroup title="下级单位">
      {[...below]
        .sort((left, right) => shareOf(left.tally) - shareOf(right.tally))
        .map(({ id, name, tally }) => (
          <ListRow
            key={id}
            title={name}
            detail={`0 次 ${tally.none} 人 · 1 次 ${tally.some} 人 · 达标 ${tally.enough} 人`}
            value={percent(tally)}
          />
        ))}
    </ListGroup>
  )
