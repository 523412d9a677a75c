import { Skeleton } from '@/components/skeleton'

/** While one hazard is read. */
export const HazardSkeleton = () => (
  <>
    <Skeleton kind="rows" count={1} />
    <Skeleton kind="card" count={2} />
  </>
)
