import { certificateMachine, certificateWords } from 'types/volunteer-certificate-rules'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { RowList } from '@/components/row-list'
import { StateTag } from '@/components/tag'
import { useCertificates } from '@/features/corps/year/year-api'
import type { Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import { showDate } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

const Certificates = ({ seat }: { seat: Seat }) => {
  const list = useCertificates(seat.nodeId)
  return (
    <Page title="证书" wide="reading">
      <RowList
        query={list}
        empty={
          <Empty icon="star" title="还没有颁发证书" detail="考核封存、优秀确认以后，在那里颁发，编号自动连续。">
            <Button kind="ghost" onPress={() => openPage(routes.corpsYears)}>
              去看年度服务
            </Button>
          </Empty>
        }
      >
        {(one) => (
          <ListRow
            key={one.id}
            title={one.name}
            detail={`${one.number} · ${one.year} ${certificateWords[one.kind].of} · ${showDate(one.issuedAt)}`}
            value={<StateTag state={certificateMachine.states[one.state]} />}
            onPress={() => openPage(routes.corpsCertificate, { id: one.id })}
          />
        )}
      </RowList>
    </Page>
  )
}

/** Every certificate a union and those below it have given, newest first. */
const CertificatesPage = () => <WithSeat title="证书">{(seat) => <Certificates key={seat.id} seat={seat} />}</WithSeat>

export default CertificatesPage
