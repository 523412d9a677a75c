import type { YearItem } from 'types/volunteer-year'
import { hoursWord } from 'types/volunteer-year-rules'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { Tag, type TagTone } from '@/components/tag'
import { showTime } from '@/lib/clock'

const states: Record<string, { word: string; tone: TagTone }> = {
  served: { word: '已服务', tone: 'green' },
  present: { word: '在现场', tone: 'blue' },
  joined: { word: '已报名', tone: 'blue' },
  absent: { word: '缺席', tone: 'red' },
  excused: { word: '缺席已说明', tone: 'grey' },
}
const unknown = { word: '', tone: 'grey' } as const

const detailOf = ({ startsAt, special, state, minutes }: YearItem) =>
  [showTime(startsAt), special ? '专题' : '日常', state === 'served' && hoursWord(minutes)].filter(Boolean).join(' · ')

/** Every activity of the year, and what it counted for. */
export const YearItems = ({ items }: { items: readonly YearItem[] }) =>
  items.length === 0 ? (
    <Empty icon="calendar" title="这一年还没有活动" detail="报名参加活动，签到签退以后会记在这里。" />
  ) : (
    <ListGroup title="参加的活动">
      {items.map((item) => {
        const { word, tone } = states[item.state] ?? unknown
        return (
          <ListRow
            key={item.activityId}
            title={item.title}
            detail={detailOf(item)}
            value={<Tag tone={tone}>{word}</Tag>}
          />
        )
      })}
    </ListGroup>
  )
