import { View } from '@tarojs/components'
import { AppError } from 'types/app-error'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { useMyCode } from '@/features/volunteer/code/code-api'
import { CodeCard } from '@/features/volunteer/code/code-card'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

/** Who has no code of his own is told who has one, and how to become one of them. */
const NotYet = ({ detail }: { detail: string }) => (
  <Empty icon="volunteer" title="还没有推广码" detail={detail}>
    <Button onPress={() => openPage(routes.volunteer)}>去看报名</Button>
  </Empty>
)

/** A volunteer's own code, to be shown to workmates. */
const MyCodePage = () => {
  const mine = useMyCode()
  const { error } = mine
  const isNobody = error instanceof AppError && error.code === 'NOT_ALLOWED_NOW'
  return (
    <Page title="我的推广码">
      {isNobody ? (
        <NotYet detail={error.message} />
      ) : (
        <QueryView query={mine} skeleton={<Skeleton kind="card" count={2} />}>
          {(code) => (
            <View className="stack">
              <CodeCard code={code} />
            </View>
          )}
        </QueryView>
      )}
    </Page>
  )
}

export default MyCodePage
