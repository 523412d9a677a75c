import { useState } from 'react'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { Sheet } from '@/components/sheet'
import { useEvents, useTrail, type EventRow } from '@/features/desk/api'
import { MoreButton } from '@/components/more-button'
import { showTime } from '@/lib/clock'

const Verdict = ({ event }: { event: EventRow }) => (
  <QueryView query={useTrail(event)}>
    {({ events, intact, brokenAt, head }) => (
      <View className="stack">
        <Card tone={intact ? 'green' : 'red'}>
          <View className="strong">
            {intact
              ? `记录完整：${events} 条首尾相接，没有被改动`
              : `从第 ${brokenAt ?? 1} 条起对不上，请立即向上级工会报告`}
          </View>
        </Card>
        <View className="note">最后一条的校验值</View>
        <View className="events-hash">{head}</View>
      </View>
    )}
  </QueryView>
)

const whoOf = ({ office, mark }: EventRow) => [office, mark && `人员编号 ${mark}`].filter(Boolean)

/** Who did what and when, newest first; a tap recomputes the chain of that record. */
const EventsPage = () => {
  const [open, setOpen] = useState<EventRow | null>(null)
  const events = useEvents({})
  return (
    <Page title="操作记录" wide>
      <Card tight>
        <View className="text-m">每一步都与前一步相扣，点一条可核验它所属记录有没有被改过。</View>
      </Card>
      <QueryView
        query={events}
        skeleton={<Skeleton kind="list" count={5} />}
        isEmpty={(data) => data.pages[0]?.items.length === 0}
        empty={<Empty icon="shield" title="还没有操作记录" detail="谁在什么时候办了什么，都会自动记在这里。" />}
      >
        {(data) => (
          <>
            <ListGroup>
              {data.pages
                .flatMap((page) => page.items)
                .map((event) => (
                  <ListRow
                    key={event.id}
                    title={`${event.by || '系统'} · ${event.verb}`}
                    detail={[event.subject, ...whoOf(event), showTime(event.at)].join(' · ')}
                    onPress={() => setOpen(event)}
                  />
                ))}
            </ListGroup>
            <MoreButton query={events} />
          </>
        )}
      </QueryView>
      <Sheet open={open !== null} title="核验记录" onClose={() => setOpen(null)}>
        {open && <Verdict event={open} />}
      </Sheet>
    </Page>
  )
}

export default EventsPage
