import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { useVerdict } from '@/features/volunteer/year/api'
import { VerdictCard } from '@/features/volunteer/year/verdict-card'
import { useNeededParam } from '@/hooks/use-needed-param'

/** What a certificate's or a badge's code leads to; open to everybody. */
const VerifyPage = () => {
  const verdict = useVerdict(useNeededParam('id'))
  return (
    <Page
      title="核验"
      footer={
        <Button kind="ghost" icon="refresh" loading={verdict.isFetching} onPress={() => void verdict.refetch()}>
          再核验一次
        </Button>
      }
    >
      <QueryView query={verdict} skeleton={<Skeleton kind="card" count={1} />}>
        {(data) => <VerdictCard verdict={data} />}
      </QueryView>
    </Page>
  )
}

export default VerifyPage
