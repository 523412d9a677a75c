import { useState } from 'react'
import { applicationMachine, type ApplicationState } from 'types/volunteer'
import { specialtyLabels } from 'types/volunteer-form'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Segment } from '@/components/segment'
import { StateTag } from '@/components/tag'
import { useQueueOf } from '@/features/corps/api'
import { MoreButton } from '@/components/more-button'
import { hasRole } from '@/features/session/access'
import { useMe } from '@/features/session/api'
import { showTime } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

type View = 'todo' | 'all'

const Queue = ({ state }: { state: ApplicationState | undefined }) => {
  const queue = useQueueOf(state ? { state } : {})
  return (
    <QueryView
      query={queue}
      isEmpty={(data) => data.pages[0]?.items.length === 0}
      empty={<Empty icon="check" title="没有待审核的申请" detail="有人报名时，这里和消息里都会提醒您。" />}
    >
      {(data) => (
        <>
          <ListGroup>
            {data.pages
              .flatMap((page) => page.items)
              .map((row) => (
                <ListRow
                  key={row.id}
                  title={row.name}
                  detail={`${row.unit} · ${row.specialties.map((one) => specialtyLabels[one]).join('、')} · ${showTime(row.submittedAt)}`}
                  value={<StateTag state={applicationMachine.states[row.state]} />}
                  onPress={() => openPage(routes.deskApplication, { id: row.id })}
                />
              ))}
          </ListGroup>
          <MoreButton query={queue} />
        </>
      )}
    </QueryView>
  )
}

const views = [
  { value: 'todo' as const, label: '待我审核' },
  { value: 'all' as const, label: '全部' },
]

/** Applications that wait for this reviewer: the union first, then the regulator. */
const QueuePage = () => {
  const [view, setView] = useState<View>('todo')
  const me = useMe()
  const mine = hasRole(me.data, 'officer') ? 'submitted' : 'union-approved'
  return (
    <Page title="志愿者审核" wide>
      <Segment label="范围" options={views} value={view} onChange={setView} />
      <QueryView query={me}>{() => <Queue key={view} state={view === 'todo' ? mine : undefined} />}</QueryView>
    </Page>
  )
}

export default QueuePage
