import { useState } from 'react'
import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { HazardState } from 'types/hazard'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { useLedger, type LedgerFilter } from '@/features/desk/api'
import { HazardPanel } from '@/features/desk/hazard-panel'
import { LedgerFilterBar } from '@/features/desk/ledger-filter'
import { LedgerRows } from '@/features/desk/ledger-rows'
import { MoreButton } from '@/components/more-button'
import { useIsWide } from '@/hooks/use-is-wide'
import { useQueryParam } from '@/hooks/use-query-param'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

const asked = (state: string | undefined, overdue: string | undefined): LedgerFilter => {
  if (overdue) return { overdue: true }
  const known = HazardState.options.find((option) => option === state)
  return known ? { state: known } : {}
}

const noMatch = <Empty icon="list" title="没有这样的隐患" detail="换一个条件，或者看看别的状态。" />
const nothing = <Empty icon="list" title="还没有隐患上报" detail="职工拍照上报后，会出现在这里。" />
const choose = (
  <Card>
    <View className="text-m">从左边选一条，在这里查看和办理。</View>
  </Card>
)

/** The hazard ledger; list and detail side by side in a wide window. */
const LedgerPage = () => {
  const [filter, setFilter] = useState<LedgerFilter>(() => ({}))
  const initial = asked(useQueryParam('state'), useQueryParam('overdue'))
  const [touched, setTouched] = useState(false)
  const [selected, setSelected] = useState('')
  const isWide = useIsWide()
  const current = touched ? filter : initial
  const ledger = useLedger(current)
  useReachBottom(() => {
    if (ledger.hasNextPage) void ledger.fetchNextPage()
  })
  const change = (next: LedgerFilter) => {
    setTouched(true)
    setFilter(next)
  }
  const open = (id: string) => (isWide ? setSelected(id) : openPage(routes.deskHazard, { id }))
  return (
    <Page title="隐患台账" wide>
      <LedgerFilterBar filter={current} counts={ledger.data?.pages[0]?.counts} onFilter={change} />
      <View className="ledger-split">
        <QueryView
          query={ledger}
          isEmpty={(data) => data.pages[0]?.items.length === 0}
          empty={Object.keys(current).length > 0 ? noMatch : nothing}
        >
          {(data) => (
            <View className="stack">
              <LedgerRows rows={data.pages.flatMap((page) => page.items)} selected={selected} onOpen={open} />
              <MoreButton query={ledger} />
            </View>
          )}
        </QueryView>
        {isWide && (
          <View className="ledger-side">{selected ? <HazardPanel key={selected} id={selected} /> : choose}</View>
        )}
      </View>
    </Page>
  )
}

export default LedgerPage
