import { useState } from 'react'
import { View } from '@tarojs/components'
import type { YearRow } from 'types/volunteer-year'
import type { YearState } from 'types/volunteer-year-machine'
import { Button } from '@/components/button'
import { CheckRow } from '@/components/checkbox-field'
import { Empty } from '@/components/empty'
import { MoreButton } from '@/components/more-button'
import { QueryView } from '@/components/query-view'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { useYearList } from './year-api'
import { numbersWord, resultWord } from './year-rows'
import './decide-list.scss'

type Act = {
  word: string
  pending: boolean
  fits: (row: YearRow) => boolean
  onRows: (rows: readonly YearRow[]) => void
}
type Props = { nodeId: string; year: number; state: YearState; act: Act | null; empty: string }

const One = ({ row, on, onTick }: { row: YearRow; on: boolean; onTick: ((on: boolean) => void) | null }) => (
  <View className="decide-row">
    <View className="grow">
      {onTick ? (
        <CheckRow on={on} label={`选${row.name}`} onChange={onTick}>
          <View className="strong">{row.name}</View>
          <View className="text-m">{[numbersWord(row), resultWord(row)].filter(Boolean).join(' · ')}</View>
        </CheckRow>
      ) : (
        <View className="decide-plain">
          <View className="strong">{row.name}</View>
          <View className="text-m">{[numbersWord(row), resultWord(row)].filter(Boolean).join(' · ')}</View>
        </View>
      )}
    </View>
    <Button small kind="quiet" label={`看依据：${row.name}`} onPress={() => openPage(routes.corpsYear, { id: row.id })}>
      看依据
    </Button>
  </View>
)

const most = 50

const Rows = ({ rows, act }: { rows: readonly YearRow[]; act: Act | null }) => {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const fitting = act ? rows.filter(act.fits) : []
  const chosen = fitting.filter(({ id }) => ticked.has(id))
  const tick = (id: string) => (on: boolean) =>
    setTicked((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)))
  const all = () => setTicked(new Set(chosen.length > 0 ? [] : fitting.slice(0, most).map(({ id }) => id)))
  return (
    <>
      {act && fitting.length > 0 && (
        <View className="row-between">
          <Button small kind="quiet" onPress={all}>
            {chosen.length > 0 ? '全不选' : '选这一页'}
          </Button>
          <Button
            small
            loading={act.pending}
            disabled={chosen.length === 0 || chosen.length > most}
            onPress={() => act.onRows(chosen)}
          >
            {`${act.word}（${chosen.length} 人）`}
          </Button>
        </View>
      )}
      <View className="decide-list">
        {rows.map((row) => (
          <One key={row.id} row={row} on={ticked.has(row.id)} onTick={act?.fits(row) ? tick(row.id) : null} />
        ))}
      </View>
    </>
  )
}

/** Years in one state: what agrees with the rule is ticked and done together, the others one by one. */
export const DecideList = ({ nodeId, year, state, act, empty }: Props) => {
  const list = useYearList({ nodeId, year, state }, most)
  return (
    <QueryView
      query={list}
      isEmpty={(data) => data.pages[0]?.items.length === 0}
      empty={<Empty icon="check" title={empty} detail="换一个阶段看看。" />}
    >
      {(data) => (
        <View className="stack">
          <Rows rows={data.pages.flatMap((page) => page.items)} act={act} />
          <MoreButton query={list} />
        </View>
      )}
    </QueryView>
  )
}
