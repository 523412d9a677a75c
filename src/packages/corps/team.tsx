import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { useTeam } from '@/features/corps/team/team-api'
import { TeamPanel } from '@/features/corps/team/team-panel'
import type { Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import { useNeededParam } from '@/hooks/use-needed-param'

const Team = ({ seat }: { seat: Seat }) => (
  <Page title="队伍" wide="reading">
    <QueryView query={useTeam(useNeededParam('id'))} skeleton={<Skeleton kind="card" count={3} />}>
      {(team) => <TeamPanel team={team} nodeId={seat.nodeId} />}
    </QueryView>
  </Page>
)

/** One team as the two authorities lead it. */
const TeamPage = () => (
  <WithSeat title="队伍" roles={['officer', 'regulator']}>
    {(seat) => <Team seat={seat} />}
  </WithSeat>
)

export default TeamPage
