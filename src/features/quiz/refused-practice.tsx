import type { ReactNode } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import { AppError } from 'types/app-error'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { openTab, replacePage } from '@/lib/go'
import { sentenceOf } from '@/lib/query-client'
import { routes } from '@/lib/routes'
import { useOpenPaper } from './api'

/** Whether practice waits for a paper that is open. */
export const isRefused = (error: Error | null): error is AppError =>
  error instanceof AppError && error.code === 'NOT_ALLOWED_NOW'

/** Why there is no practice now, and the way back to the paper. */
export const RefusedPractice = ({ error, campaignId }: { error: Error; campaignId: string }) => {
  const paper = useOpenPaper(campaignId).data?.openPaper
  return (
    <Empty icon="clock" title="答卷还没交" detail={sentenceOf(error)}>
      {paper ? (
        <Button onPress={() => replacePage(routes.quizPaper, { campaignId, level: String(paper.level) })}>
          回到答卷
        </Button>
      ) : (
        <Button onPress={() => openTab('quiz')}>回到关卡</Button>
      )}
    </Empty>
  )
}

type Props = { query: Pick<UseQueryResult, 'error'>; campaignId: string; children: ReactNode }

/** Shows the refusal in place of what could not be read for it. */
export const UnlessRefused = ({ query: { error }, campaignId, children }: Props) =>
  isRefused(error) ? <RefusedPractice error={error} campaignId={campaignId} /> : <>{children}</>
