import { useReachBottom } from '@tarojs/taro'
import { sexLabels, specialtyLabels } from 'types/volunteer-form'
import { ListGroup, ListRow } from '@/components/list-row'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { Tag } from '@/components/tag'
import { useRosterVersion, type RosterVersion } from '@/features/corps/roster-api'
import { RosterHeadCard } from '@/features/corps/roster-head'
import { hasRole } from '@/features/session/access'
import { useMe } from '@/features/session/api'
import { useNeededParam } from '@/hooks/use-needed-param'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

type Row = RosterVersion['items'][number]

const changes = { joined: <Tag tone="green">新增</Tag>, changed: <Tag tone="amber">有更正</Tag>, same: undefined }

const detailOf = ({ sex, idCard, unit, post, specialties, team }: Row) =>
  [
    ...[sex && sexLabels[sex], idCard, unit, post, specialties.map((one) => specialtyLabels[one]).join('、')],
    team && `队伍：${team}`,
  ]
    .filter(Boolean)
    .join(' · ')

/** One version of the roster, as the regulator sealed it. */
const RosterVersionPage = () => {
  const version = useRosterVersion(useNeededParam('id'))
  const me = useMe()
  useReachBottom(() => {
    if (version.hasNextPage) void version.fetchNextPage()
  })
  return (
    <Page title="名册汇总表" wide="reading">
      <QueryView
        query={version}
        skeleton={
          <>
            <Skeleton kind="card" count={1} />
            <Skeleton kind="list" count={5} />
          </>
        }
      >
        {({ pages }) => (
          <>
            {pages[0] && <RosterHeadCard head={pages[0].head} isOfficer={hasRole(me.data, 'officer')} />}
            {pages[0] && pages[0].gone.length > 0 && (
              <ListGroup title="上一版之后退出的">
                {pages[0].gone.map(({ id, no, name, why }) => (
                  <ListRow key={id} title={name} detail={`原第 ${no} 号`} value={why} />
                ))}
              </ListGroup>
            )}
            <ListGroup title="在册">
              {pages
                .flatMap(({ items }) => items)
                .map((row) => (
                  <ListRow
                    key={row.id}
                    title={`${row.no}. ${row.name}`}
                    detail={detailOf(row)}
                    value={changes[row.change]}
                    onPress={row.erased ? undefined : () => openPage(routes.deskApplication, { id: row.id })}
                  />
                ))}
            </ListGroup>
            <MoreButton query={version} />
          </>
        )}
      </QueryView>
    </Page>
  )
}

export default RosterVersionPage
