import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { usePractice } from '@/features/quiz/api'
import { PracticeRun } from '@/features/quiz/practice-run'
import { UnlessRefused } from '@/features/quiz/refused-practice'
import { useNeededParam } from '@/hooks/use-needed-param'
import { useQueryParam } from '@/hooks/use-query-param'

/** Questions of one level, apart from the contest. */
const PracticePage = () => {
  const campaignId = useNeededParam('campaignId')
  const level = Number(useQueryParam('level') ?? 1)
  const practice = usePractice(campaignId, level)
  return (
    <Page title={`练习第 ${level} 关`}>
      <UnlessRefused query={practice} campaignId={campaignId}>
        <QueryView
          query={practice}
          skeleton={<Skeleton kind="text" />}
          isEmpty={({ pages }) => (pages[0]?.total ?? 0) === 0}
          empty={<Empty icon="book" title="这一关还没有题目" detail="请换一关，或稍后再来。" />}
        >
          {({ pages }) => (
            <PracticeRun
              campaignId={campaignId}
              items={pages.flatMap(({ items }) => items)}
              total={pages[0]?.total ?? 0}
              onNearEnd={() => void (practice.hasNextPage && practice.fetchNextPage())}
              endWord="回到关卡"
            />
          )}
        </QueryView>
      </UnlessRefused>
    </Page>
  )
}

export default PracticePage
