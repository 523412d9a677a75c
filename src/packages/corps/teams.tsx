import { useCallback, useState } from 'react'
import { teamMachine } from 'types/volunteer-team-machine'
import { sideLabels, type TeamRow } from 'types/volunteer-team'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { RowList } from '@/components/row-list'
import { StateTag } from '@/components/tag'
import { CreateSheet } from '@/features/corps/team/create-sheet'
import { hoursWord } from 'types/volunteer-year-rules'
import { useTeams } from '@/features/corps/team/team-api'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

const detailOf = ({ nodeName, members, times, minutes, vacant }: TeamRow) =>
  [
    ...[nodeName, `${members} 人`, `服务 ${times} 人次、${hoursWord(minutes)}`],
    ...vacant.map((side) => `缺${sideLabels[side]}管理员`),
  ].join(' · ')

const empty = (
  <Empty icon="people" title="还没有志愿服务队" detail="名册确认后由街道（乡镇）、开发区、产业或集团公司工会组建。" />
)

const Teams = ({ seat }: { seat: Seat }) => {
  const teams = useTeams(seat.nodeId)
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  return (
    <Page
      title="志愿服务队"
      wide="reading"
      footer={seat.role === 'officer' ? <Button onPress={() => setOpen(true)}>组建队伍</Button> : undefined}
    >
      <SeatChoice seat={seat} />
      <RowList query={teams} empty={empty}>
        {(row) => (
          <ListRow
            key={row.id}
            title={row.name}
            detail={detailOf(row)}
            value={<StateTag state={teamMachine.states[row.state]} />}
            onPress={() => openPage(routes.corpsTeam, { id: row.id })}
          />
        )}
      </RowList>
      {open && <CreateSheet nodeId={seat.nodeId} nodeName={seat.nodeName} onClose={close} />}
    </Page>
  )
}

/** Teams below the officer's or inspector's own node. */
const TeamsPage = () => (
  <WithSeat title="志愿服务队" roles={['officer', 'regulator']}>
    {(seat) => <Teams key={seat.id} seat={seat} />}
  </WithSeat>
)

export default TeamsPage
