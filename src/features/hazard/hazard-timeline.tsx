import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Timeline, type TimelineEntry } from '@/components/timeline'

type Line = TimelineEntry & { at: string }

/** Steps to come have no time yet, whatever the answer carries. */
export const toEntries = (lines: readonly Line[]): TimelineEntry[] =>
  lines.map(({ at, ...line }) => (line.tone === 'next' ? line : { ...line, at }))

/** What happened and what comes next. */
export const HazardTimeline = ({ lines }: { lines: readonly Line[] }) => (
  <Card>
    <View className="stack">
      <View className="strong">办理进度</View>
      <Timeline items={toEntries(lines)} />
    </View>
  </Card>
)
