import { lookWays } from 'types/volunteer-privacy'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { useWhoLooked } from '@/features/volunteer/privacy/privacy-api'
import { showTime } from '@/lib/clock'

const none = (
  <Empty
    icon="eye"
    title="还没有人看过"
    detail="干部和监管人员平时只看到号码的头尾几位；看完整号码要写原因，都会记在这里。"
  />
)

/** Offices that got to see my full number, and why. */
const WhoLookedPage = () => {
  const looks = useWhoLooked()
  return (
    <Page title="谁看过我的号码">
      <QueryView query={looks} isEmpty={(data) => data.pages[0]?.items.length === 0} empty={none}>
        {(data) => (
          <>
            <ListGroup>
              {data.pages
                .flatMap(({ items }) => items)
                .map(({ at, office, way, reason }) => (
                  <ListRow
                    key={`${at}${office}${way}`}
                    title={`${office}${lookWays[way]}`}
                    detail={`${showTime(at)} · 原因：${reason}`}
                  />
                ))}
            </ListGroup>
            <MoreButton query={looks} />
          </>
        )}
      </QueryView>
    </Page>
  )
}

export default WhoLookedPage
