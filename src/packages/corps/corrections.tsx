import { View } from '@tarojs/components'
import { Empty } from '@/components/empty'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { useCorrections } from '@/features/corps/privacy/correction-api'
import { CorrectionCard } from '@/features/corps/privacy/correction-card'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'

const empty = <Empty icon="check" title="没有待答复的更正" detail="志愿者在“我的资料”里申请更正后，会出现在这里。" />

const Corrections = ({ seat }: { seat: Seat }) => {
  const found = useCorrections(seat.nodeId)
  return (
    <Page title="资料更正" wide="reading">
      <SeatChoice seat={seat} />
      <QueryView
        query={found}
        skeleton={<Skeleton kind="card" count={2} />}
        isEmpty={(data) => data.pages[0]?.items.length === 0}
        empty={empty}
      >
        {(data) => (
          <View className="stack">
            {data.pages
              .flatMap(({ items }) => items)
              .map((row) => (
                <CorrectionCard key={`${row.id}.${row.version}`} row={row} />
              ))}
            <MoreButton query={found} />
          </View>
        )}
      </QueryView>
    </Page>
  )
}

/** What volunteers asked to have corrected, answered by their union. */
const CorrectionsPage = () => (
  <WithSeat title="资料更正">{(seat) => <Corrections key={seat.id} seat={seat} />}</WithSeat>
)

export default CorrectionsPage
