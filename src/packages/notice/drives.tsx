import { Empty } from '@/components/empty'
import { DriveCoverCard } from '@/components/drive-cover'
import { Page } from '@/components/page'
import { Pressable } from '@/components/pressable'
import { QueryView } from '@/components/query-view'
import { ErrorState } from '@/components/error-state'
import { Skeleton } from '@/components/skeleton'
import { useOpenDrives } from '@/features/drive/api'
import { useArrival } from '@/features/session/use-arrival'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

const nothing = (
  <Empty icon="star" title="现在没有主题活动" detail="开始时会在这里出现。看到身边的隐患，随时可以随手拍。" />
)

/** What the union of this place holds at the moment. */
const DrivesPage = () => {
  const landing = useArrival()
  const drives = useOpenDrives(landing.data?.union.id)
  return (
    <Page title="主题活动">
      {landing.isError ? (
        <ErrorState error={landing.error} retrying={landing.isFetching} onRetry={() => void landing.refetch()} />
      ) : (
        <QueryView
          query={drives}
          skeleton={<Skeleton kind="card" count={2} />}
          isEmpty={({ items }) => items.length === 0}
          empty={nothing}
        >
          {({ items }) => (
            <>
              {items.map((drive) => (
                <Pressable key={drive.id} onPress={() => openPage(routes.drive, { id: drive.id })}>
                  <DriveCoverCard {...drive} union={drive.nodeName} />
                </Pressable>
              ))}
            </>
          )}
        </QueryView>
      )}
    </Page>
  )
}

export default DrivesPage
