import { Button } from '@/components/button'
import { ListGroup, ListRow } from '@/components/list-row'
import { useSubscribe } from '@/hooks/use-subscribe'

/** A day's work uses up what was allowed: shown while WeChat may remind fewer times than this. */
const fewLeft = 3

/** How often WeChat may still remind of what is to be done, and the way to more. */
export const DeskReminder = () => {
  const { ask, left, isKnown } = useSubscribe('desk', 'work-to-do')
  if (!isKnown || left >= fewLeft) return null
  return (
    <ListGroup>
      <ListRow
        icon="bell"
        tone="amber"
        title="微信待办提醒"
        detail={left > 0 ? `还能提醒 ${left} 次` : '微信里收不到提醒了，只在“消息”里看'}
        value={
          <Button kind="ghost" small label="再订一次：微信待办提醒" onPress={ask}>
            再订一次
          </Button>
        }
      />
    </ListGroup>
  )
}
