import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { QueueList } from '@/components/queue-list'
import { reviseOf } from '@/features/hazard/revise'
import { openTab } from '@/lib/go'
import { useQueue } from '@/lib/submit-queue'

/** What this phone has submitted: waiting, being sent, delivered, or in need of a hand. */
const Queue = () => {
  const isEmpty = useQueue((queue) => queue.items.length === 0)
  return (
    <Page title="我的提交">
      {isEmpty ? (
        <Empty icon="check" title="没有等待发送的内容" detail="网络不好时提交的内容会先存在这里，恢复后自动送出。">
          <Button kind="ghost" onPress={() => openTab('home')}>
            回首页
          </Button>
        </Empty>
      ) : (
        <QueueList edit={reviseOf} />
      )}
    </Page>
  )
}

export default Queue
