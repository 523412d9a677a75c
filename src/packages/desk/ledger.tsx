import { useState, type ReactNode } from 'react'
import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { periodWord } from 'types/hazard-coverage'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { useLedger, type LedgerFilter } from '@/features/desk/api'
import { HazardPanel } from '@/features/desk/hazard-panel'
import { LedgerFilterBar } from '@/features/desk/ledger-filter'
import { LedgerRows } from '@/features/desk/ledger-rows'
import { useLedgerStart } from '@/features/desk/ledger-start'
import { LedgerViews, shownBy, type Shown } from '@/features/desk/ledger-views'
import { useLedgerViews } from '@/features/desk/ledger-views-api'
import { useMe } from '@/features/session/api'
import { SheetsSheet } from '@/features/sheets/sheets-sheet'
import { MoreButton } from '@/components/more-button'
import { useIsWide } from '@/hooks/use-is-wide'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

const noMatch = <Empty icon="list" title="没有这样的隐患" detail="换一个条件，或者看看别的状态。" />
const nothing = <Empty icon="list" title="还没有隐患上报" detail="职工拍照上报后，会出现在这里。" />
const choose = (
  <Card>
    <View className="text-m">从左边选一条，在这里查看和办理。</View>
  </Card>
)

const everything: Shown = { filter: {}, order: 'newest' }

/** What is on the page: what the way here asked for, else the officer's first view, until he chooses himself. */
const useShown = () => {
  const [chosen, setChosen] = useState<Shown | null>(null)
  const { filter, enterprise } = useLedgerStart()
  const views = useLedgerViews()
  const items = views.data?.items ?? []
  const started: Shown = filter ? { filter, order: 'newest' } : shownBy(items.find(({ first }) => first) ?? everything)
  const ready = filter !== null || chosen !== null || !views.isPending
  return { shown: chosen ?? started, setShown: setChosen, views: items, enterprise, ready }
}

type Narrowed = { shown: Shown; enterprise: string; onShown: (shown: Shown) => void; children: ReactNode }

/** What narrows the ledger beside its filters: the enterprise one came for, and the order. */
const Narrowing = ({ shown, enterprise, onShown, children }: Narrowed) => {
  const { filter, order } = shown
  const { enterpriseId, period, ...others } = filter
  return (
    <View className="row-wrap">
      {enterpriseId && (
        <Chip on onPress={() => onShown({ ...shown, filter: others })}>
          {[enterprise || '一家企业', ...(period ? [periodWord(period)] : [])].join(' · ')}
        </Chip>
      )}
      <Chip on={order === 'due'} onPress={() => onShown({ ...shown, order: order === 'due' ? 'newest' : 'due' })}>
        快到期的在前
      </Chip>
      {children}
    </View>
  )
}

/** The hazard ledger; list and detail side by side in a wide window. */
const LedgerPage = () => {
  const { shown, setShown, views, enterprise, ready } = useShown()
  const [selected, setSelected] = useState('')
  const [exporting, setExporting] = useState(false)
  const me = useMe()
  const seat = me.data?.grants.find(({ role }) => role === 'officer')
  const isWide = useIsWide()
  const { filter, order } = shown
  const ledger = useLedger({ ...filter, order }, ready)
  useReachBottom(() => {
    if (ledger.hasNextPage) void ledger.fetchNextPage()
  })
  const change = (next: LedgerFilter) => setShown({ ...shown, filter: next })
  const open = (id: string) => (isWide ? setSelected(id) : openPage(routes.deskHazard, { id }))
  return (
    <Page title="隐患台账" wide>
      <LedgerViews views={views} shown={shown} onOpen={setShown} />
      <LedgerFilterBar
        key={filter.words ?? ''}
        filter={filter}
        counts={ledger.data?.pages[0]?.counts ?? (ledger.isError ? null : undefined)}
        onFilter={change}
      />
      <Narrowing {...{ shown, enterprise }} onShown={setShown}>
        {seat && (
          <>
            <Button small kind="ghost" icon="download" onPress={() => setExporting(true)}>
              导出表格
            </Button>
            <Button small kind="ghost" icon="chart" onPress={() => openPage(routes.officeCoverage)}>
              四查覆盖
            </Button>
          </>
        )}
      </Narrowing>
      <View className="ledger-split">
        <QueryView
          query={ledger}
          skeleton={<Skeleton count={4} />}
          isEmpty={(data) => data.pages[0]?.items.length === 0}
          empty={Object.values(filter).some((value) => value !== undefined) ? noMatch : nothing}
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
      {seat && (
        <SheetsSheet
          open={exporting}
          wanted={{ nodeId: seat.nodeId, what: { of: 'ledger', filter } }}
          onClose={() => setExporting(false)}
        />
      )}
    </Page>
  )
}

export default LedgerPage
