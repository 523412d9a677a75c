import { lookWays } from 'types/volunteer-privacy'
import { Empty } from '@/components/empty'
import { ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { RowList } from '@/components/row-list'
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
      <RowList query={looks} empty={none}>
        {({ at, office, way, reason }) => (
          <ListRow
            key={`${at}${office}${way}`}
            title={`${office}${lookWays[way]}`}
            detail={`${showTime(at)} · 原因：${reason}`}
          />
        )}
      </RowList>
    </Page>
  )
}

export default WhoLookedPage
