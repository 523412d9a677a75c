import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { RecordPanel } from '@/features/corps/year/record-panel'
import { useYearRecord } from '@/features/corps/year/year-api'
import type { Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import { useNeededParam } from '@/hooks/use-needed-param'

const Record = ({ seat }: { seat: Seat }) => (
  <Page title="年度记录" wide="reading">
    <QueryView query={useYearRecord(useNeededParam('id'))} skeleton={<Skeleton kind="card" count={3} />}>
      {(record) => <RecordPanel record={record} nodeId={seat.nodeId} isOfficer={seat.role === 'officer'} />}
    </QueryView>
  </Page>
)

/** One volunteer's year as officers and regulators read it. */
const YearPage = () => (
  <WithSeat title="年度记录" roles={['officer', 'regulator']}>
    {(seat) => <Record seat={seat} />}
  </WithSeat>
)

export default YearPage
