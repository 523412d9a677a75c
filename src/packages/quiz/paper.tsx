import { useEffect, useState } from 'react'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { usePaper } from '@/features/quiz/api'
import { deviceId } from '@/lib/device-id'
import { PaperSheet } from '@/features/quiz/paper-sheet'
import { useBooth } from '@/features/session/booth-store'
import { sourceNow } from '@/lib/visit-source'
import { useFreshId } from '@/hooks/use-fresh-id'
import { useNeededParam } from '@/hooks/use-needed-param'
import { useQueryParam } from '@/hooks/use-query-param'

/** The ids a paper is asked with; empty until both are made. */
const useAsking = () => {
  const { get } = useFreshId()
  const [ids, setIds] = useState({ _id: '', device: '' })
  useEffect(() => {
    void Promise.all([get(), deviceId()]).then(([_id, device]) => setIds({ _id, device }))
  }, [get])
  return ids
}

/** One paper: laid by the server, or met again where it was left. */
const PaperPage = () => {
  const campaignId = useNeededParam('campaignId')
  const level = Number(useQueryParam('level') ?? 1)
  const boothId = useBooth((state) => state.booth)
  const [source] = useState(sourceNow)
  const paper = usePaper({ ...useAsking(), campaignId, level, ...(boothId ? { boothId } : {}), source })
  if (paper.data) return <PaperSheet key={paper.data.id} paper={paper.data} receivedAt={paper.dataUpdatedAt} />
  return (
    <Page title={`第 ${level} 关`}>
      <QueryView
        query={paper}
        skeleton={
          <>
            <Skeleton kind="text" count={1} />
            <Skeleton kind="list" count={4} />
          </>
        }
      >
        {() => null}
      </QueryView>
    </Page>
  )
}

export default PaperPage
