import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { Tag } from '@/components/tag'
import { useRecord } from '@/features/quiz/api'
import { useArrival } from '@/features/session/use-arrival'
import { showTime } from '@/lib/clock'
import { openPage, openTab } from '@/lib/go'
import { routes } from '@/lib/routes'

const nothing = (
  <Empty icon="quiz" title="还没有交过卷" detail="闯一关大约两分钟，交卷后能看到每题的法条。">
    <Button onPress={() => openTab('quiz')}>去闯关</Button>
  </Empty>
)

const Papers = ({ campaignId }: { campaignId: string }) => {
  const record = useRecord(campaignId)
  return (
    <QueryView
      query={record}
      skeleton={<Skeleton kind="list" />}
      isEmpty={(data) => data.papers.length === 0}
      empty={nothing}
    >
      {({ papers }) => (
        <>
          <ListGroup>
            {papers.map((paper) => (
              <ListRow
                key={paper.id}
                title={`第 ${paper.level} 关 · ${paper.score} 分`}
                detail={showTime(paper.submittedAt)}
                value={<Tag tone={paper.passed ? 'green' : 'grey'}>{paper.passed ? '过关' : '未过关'}</Tag>}
                onPress={() => openPage(routes.quizResult, { id: paper.id, campaignId })}
              />
            ))}
          </ListGroup>
          <ListGroup>
            <ListRow
              icon="inbox"
              title="我对题目的意见"
              detail="提过的意见和工会的答复"
              onPress={() => openPage(routes.quizDisputes)}
            />
          </ListGroup>
        </>
      )}
    </QueryView>
  )
}

/** My papers of the running campaign, newest first. */
const RecordPage = () => {
  const landing = useArrival()
  return (
    <Page title="我的闯关成绩">
      <QueryView
        query={landing}
        isEmpty={(data) => !data.campaign}
        empty={<Empty icon="quiz" title="现在没有闯关活动" detail="有新活动时，工会会在展台和消息里告诉您。" />}
      >
        {(data) => <Papers campaignId={data.campaign?.id ?? ''} />}
      </QueryView>
    </Page>
  )
}

export default RecordPage
