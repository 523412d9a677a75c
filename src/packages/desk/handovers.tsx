import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { HandoverRow } from 'types/hazard-handover'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { useHandovers } from '@/features/desk/api'
import { showDay } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

const whoGoesOn = ({ to, node }: HandoverRow) => {
  if (!to) return '还没有人接手，请尽快邀请新的工会干部。'
  const officers = to.officers.join('、')
  return to.id === node.id ? `由${officers}接手` : `${node.name}暂无干部，由${to.name}${officers}接手`
}

const Row = ({ row }: { row: HandoverRow }) => (
  <Card>
    <View className="stack-s">
      <View className="strong">
        {row.left || '一名干部'}离任 · {row.node.name}
      </View>
      <View>
        当时在办 {row.open} 条{row.overdue > 0 && `，其中逾期 ${row.overdue} 条`}
      </View>
      <View className="text-m">{whoGoesOn(row)}</View>
      <View className="note">{showDay(row.at)}</View>
    </View>
  </Card>
)

const nothing = (
  <Empty icon="person" title="没有移交" detail="干部离任时，名下工会在办的隐患会记在这里，写明由谁接手。" />
)

/** Officers who left, and who goes on with what was open at their union. */
const HandoversPage = () => {
  const handovers = useHandovers()
  useReachBottom(() => {
    if (handovers.hasNextPage) void handovers.fetchNextPage()
  })
  return (
    <Page title="移交" wide footer={<Button onPress={() => openPage(routes.deskLedger)}>看在办隐患</Button>}>
      <QueryView query={handovers} isEmpty={(data) => data.pages[0]?.items.length === 0} empty={nothing}>
        {(data) => (
          <View className="stack">
            {data.pages
              .flatMap((page) => page.items)
              .map((row) => (
                <Row key={row.id} row={row} />
              ))}
            <MoreButton query={handovers} />
          </View>
        )}
      </QueryView>
    </Page>
  )
}

export default HandoversPage
