import { specialtyLabels } from 'types/volunteer-form'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { useRoster } from '@/features/corps/api'
import { MoreButton } from '@/components/more-button'
import { showDate } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

/** Volunteers both authorities have confirmed. */
const RosterPage = () => {
  const roster = useRoster()
  return (
    <Page title="志愿者名册" wide>
      <QueryView
        query={roster}
        isEmpty={(data) => data.pages[0]?.items.length === 0}
        empty={<Empty icon="people" title="名册还是空的" detail="工会和监管部门都审核通过的申请，会自动进入名册。" />}
      >
        {(data) => (
          <>
            <ListGroup>
              {data.pages
                .flatMap((page) => page.items)
                .map((row) => (
                  <ListRow
                    key={row.id}
                    title={`${row.no}. ${row.name}`}
                    detail={`${row.unit} · ${row.post} · ${row.specialties.map((one) => specialtyLabels[one]).join('、')} · ${showDate(row.enrolledAt)}入册`}
                    onPress={() => openPage(routes.deskApplication, { id: row.id })}
                  />
                ))}
            </ListGroup>
            <MoreButton query={roster} />
          </>
        )}
      </QueryView>
    </Page>
  )
}

export default RosterPage
