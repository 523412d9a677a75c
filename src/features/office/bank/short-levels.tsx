import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import type { Campaign } from '../quiz-api'

/** Levels that lost questions the bank could not replace, and what helps; nothing where all are whole. */
export const ShortLevels = ({ campaign }: { campaign: Campaign }) =>
  campaign.state === 'closed' || campaign.short.length === 0 ? null : (
    <Card tone="amber" tight>
      {campaign.short.map(({ level, has, needs }) => (
        <View key={level}>{`第 ${level} 关每卷要 ${needs} 题，现在只剩 ${has} 题。`}</View>
      ))}
      <View className="text-m">请导入或启用同类题目，会自动补上。</View>
    </Card>
  )
