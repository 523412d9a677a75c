import { useState } from 'react'
import { View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import type { rankEntries } from 'types/quiz-rank'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { useRanking } from '@/features/quiz/api'
import { useNeededParam } from '@/hooks/use-needed-param'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { showShare } from '@/lib/show-number'

type Row = OutputOf<typeof rankEntries.ranking>['items'][number]

const detail = (row: Row) =>
  `参与率 ${showShare(row.rate)}（${row.players} / ${row.workers} 人） · 人均 ${row.average} 分 · 共 ${row.points} 分`

const RankRow = ({ row }: { row: Row }) => <ListRow title={`${row.rank}. ${row.name}`} detail={detail(row)} />

const Pager = ({ page, more, onPage }: { page: number; more: boolean; onPage: (page: number) => void }) => (
  <View className="row-between">
    <Button small kind="ghost" disabled={page === 1} onPress={() => onPage(page - 1)}>
      上一页
    </Button>
    <View className="note">第 {page} 页</View>
    <Button small kind="ghost" disabled={!more} onPress={() => onPage(page + 1)}>
      下一页
    </Button>
  </View>
)

const nothing = (
  <Empty icon="chart" title="还没有单位上榜" detail="在“我的”里选好单位再闯关，成绩就会计入单位。">
    <Button onPress={() => openPage(routes.profile)}>去选单位</Button>
  </Empty>
)

/** Units by points per registered worker: size neither helps nor hurts. */
const RankingPage = () => {
  const campaignId = useNeededParam('campaignId')
  const [page, setPage] = useState(1)
  const ranking = useRanking(campaignId, page)
  return (
    <Page title="单位排行">
      <Card tight>
        <View className="text-m">
          按职工人均积分排名（不足十人的单位按十人计），参与率和人均得分一并列出。单位由职工自己选择，未经核实。
        </View>
      </Card>
      <QueryView query={ranking} isEmpty={(data) => data.items.length === 0 && page === 1} empty={nothing}>
        {({ items, more, mine }) => (
          <>
            {mine && (
              <ListGroup title="我的单位">
                <RankRow row={mine} />
              </ListGroup>
            )}
            <ListGroup title="全部单位">
              {items.map((row) => (
                <RankRow key={row.id} row={row} />
              ))}
            </ListGroup>
            {(more || page > 1) && <Pager page={page} more={more} onPage={setPage} />}
          </>
        )}
      </QueryView>
    </Page>
  )
}

export default RankingPage
