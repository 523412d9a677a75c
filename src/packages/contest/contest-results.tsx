import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { ExportSheet } from '@/features/office/export-sheet'
import { useAbsentees, useResults } from '@/features/office/result-api'
import { ResultFigures } from '@/features/office/result-figures'
import '@/features/office/office.scss'
import { useNeededParam } from '@/hooks/use-needed-param'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { showNumber } from '@/lib/show-number'
import { WithSeat } from '@/features/session/with-seat'

const everybody = (
  <Empty icon="check" title="没有未参与的单位" detail="登记过的单位都有职工答过题；名单每小时更新一次。" />
)

const Absentees = ({ campaignId }: { campaignId: string }) => {
  const absentees = useAbsentees(campaignId)
  return (
    <QueryView
      query={absentees}
      skeleton={<Skeleton kind="list" />}
      isEmpty={({ pages }) => pages[0]?.items.length === 0}
      empty={everybody}
    >
      {({ pages }) => (
        <>
          <ListGroup title="还没有参与的单位">
            {pages
              .flatMap(({ items }) => items)
              .map(({ id, name, region, workers }) => (
                <ListRow key={id} title={name} detail={region ?? undefined} value={`${showNumber(workers)} 人`} />
              ))}
          </ListGroup>
          <MoreButton query={absentees} />
        </>
      )}
    </QueryView>
  )
}

const Links = ({ campaignId, fresh }: { campaignId: string; fresh: number }) => (
  <ListGroup>
    <ListRow
      icon="chart"
      title="排行榜"
      detail="单位、地区和个人的名次"
      onPress={() => openPage(routes.quizRanking, { campaignId })}
    />
    <ListRow
      icon="eye"
      title="值得核对的成绩"
      detail="答得太快、一机多人等，由您核对决定"
      value={fresh > 0 ? `${fresh} 条待核对` : undefined}
      onPress={() => openPage(routes.officeSignals, { campaignId })}
    />
  </ListGroup>
)

const Results = () => {
  const campaignId = useNeededParam('campaignId')
  const results = useResults(campaignId)
  const [exporting, setExporting] = useState(false)
  const close = useCallback(() => setExporting(false), [])
  const footer = (
    <View className="office-act">
      <Button icon="download" onPress={() => setExporting(true)}>
        导出成绩表
      </Button>
    </View>
  )
  return (
    <Page title="活动成绩" wide footer={results.data && footer}>
      <QueryView
        query={results}
        skeleton={
          <>
            <Skeleton kind="stats" count={3} />
            <Skeleton kind="list" />
          </>
        }
      >
        {(data) => (
          <View className="office-split">
            <View className="office-part">
              <ResultFigures results={data} />
              <Links campaignId={campaignId} fresh={data.signals.new} />
            </View>
            <View className="office-part">
              <Absentees campaignId={campaignId} />
            </View>
          </View>
        )}
      </QueryView>
      {exporting && <ExportSheet campaignId={campaignId} onClose={close} />}
    </Page>
  )
}

/** A contest in figures: who takes part, who does not, and the sheets to hand in. */
const ContestResultsPage = () => <WithSeat title="活动成绩">{(seat) => <Results key={seat.id} />}</WithSeat>

export default ContestResultsPage
