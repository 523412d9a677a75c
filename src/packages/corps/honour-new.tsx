import { useCallback, useState } from 'react'
import { yearOf } from 'types/volunteer-year-rules'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { useTeams } from '@/features/corps/team/team-api'
import { ReasonForm } from '@/features/corps/year/reason-form'
import { useRecommendHonour } from '@/features/corps/year/year-api'
import type { Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import { useQueryParam } from '@/hooks/use-query-param'
import { goBack, openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { saying } from '@/lib/said-and-done'

type Chosen = { id: string; name: string }

const Teams = ({ seat }: { seat: Seat }) => {
  const asked = Number(useQueryParam('year'))
  const year = asked >= 2018 ? asked : yearOf(new Date())
  const teams = useTeams(seat.nodeId)
  const command = useRecommendHonour()
  const [chosen, setChosen] = useState<Chosen>()
  const close = useCallback(() => setChosen(undefined), [])
  const send = (reason: string) =>
    command.mutate(
      { nodeId: seat.nodeId, kind: 'team', subjectId: chosen?.id ?? '', year, reason },
      saying('已推荐给上级工会', goBack),
    )
  return (
    <Page title="推荐优秀队伍" wide="reading">
      <QueryView
        query={teams}
        skeleton={<Skeleton kind="list" />}
        isEmpty={(data) => data.pages[0]?.items.length === 0}
        empty={
          <Empty icon="people" title="还没有队伍" detail="组好队伍以后，可以从这里推荐。">
            <Button kind="ghost" onPress={() => openPage(routes.corpsTeams)}>
              去组队
            </Button>
          </Empty>
        }
      >
        {(data) => (
          <>
            <ListGroup title={`选一支队伍（${year} 年度）`}>
              {data.pages
                .flatMap((page) => page.items)
                .map(({ id, name }) => (
                  <ListRow key={id} title={name} onPress={() => setChosen({ id, name })} />
                ))}
            </ListGroup>
            <MoreButton query={teams} />
          </>
        )}
      </QueryView>
      {chosen && (
        <ReasonForm
          title={`推荐${chosen.name}`}
          label="推荐理由"
          hint="公示时人人能看到，请写事实。"
          max={300}
          confirmWord="推荐给上级工会"
          command={command}
          onWords={send}
          onClose={close}
        />
      )}
    </Page>
  )
}

/** Which team is recommended, and why. */
const HonourNewPage = () => <WithSeat title="推荐优秀队伍">{(seat) => <Teams key={seat.id} seat={seat} />}</WithSeat>

export default HonourNewPage
