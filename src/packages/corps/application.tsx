import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { useApplication } from '@/features/corps/api'
import { ApplicationPanel } from '@/features/corps/application-panel'
import { useNeededParam } from '@/hooks/use-needed-param'

/** One application as its reviewers read it. */
const ApplicationPage = () => (
  <Page title="申请审核" wide>
    <QueryView query={useApplication(useNeededParam('id'))} skeleton={<Skeleton kind="card" count={3} />}>
      {(application) => <ApplicationPanel application={application} />}
    </QueryView>
  </Page>
)

export default ApplicationPage
