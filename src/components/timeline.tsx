import { View } from '@tarojs/components'
import { aria } from '@/lib/aria'
import { showTime } from '@/lib/clock'
import './timeline.scss'

export type TimelineEntry = {
  title: string
  /** ISO instant; not shown for what is still to come. */
  at?: string
  detail?: string
  tone: 'done' | 'now' | 'late' | 'next'
}

const said = { done: '已完成', now: '进行中', late: '已逾期', next: '还没到' } as const

/** Steps a matter went and will go: `<Timeline items={view.timeline} />`. */
export const Timeline = ({ items }: { items: readonly TimelineEntry[] }) => (
  <View className="timeline" {...aria({ role: 'list', label: '办理进度' })}>
    {items.map((item, index) => (
      <View key={index} className={`timeline-item timeline-${item.tone}`} {...aria({ role: 'listitem' })}>
        <View className="timeline-dot" {...aria({ role: 'img', label: said[item.tone] })} />
        <View className="timeline-title">{item.title}</View>
        {item.detail && <View className="text-m">{item.detail}</View>}
        {item.at && item.tone !== 'next' && <View className="note">{showTime(item.at)}</View>}
      </View>
    ))}
  </View>
)
