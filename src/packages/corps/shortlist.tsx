import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { useShortlist } from '@/features/corps/review-api'
import { ShortlistPanel } from '@/features/corps/review-shortlist'
import { useNeededParam } from '@/hooks/use-needed-param'

/** One choice of the best. */
const ShortlistPage = () => (
  <Page title="择优推荐" wide>
    <QueryView query={useShortlist(useNeededParam('id'))} skeleton={<Skeleton kind="card" count={3} />}>
      {(list) => <ShortlistPanel key={list.head.state} list={list} />}
    </QueryView>
  </Page>
)

export default ShortlistPage
