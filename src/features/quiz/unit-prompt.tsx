import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { readStored, writeStored } from '@/lib/storage'
import type { Campaign } from './next-step'

/** Asked once, with the first result in hand: for whom the points shall count. */
export const UnitPrompt = ({ campaign: { id: campaignId, unit, rules } }: { campaign: Campaign }) => {
  const [asked, setAsked] = useState(() => readStored('unit-asked') ?? [])
  if (unit !== null || asked.includes(campaignId)) return null
  const later = () => {
    const after = [...asked, campaignId].slice(-20)
    writeStored('unit-asked', after)
    setAsked(after)
  }
  return (
    <Card tone="amber">
      <View className="stack-s">
        <View className="strong">您代表哪个单位参赛？</View>
        <View className="text-m">
          {rules.identity === 'none' ? '选好后，成绩计入单位的排行。' : '选好单位，成绩才计入排行和抽奖。'}
          刚才的成绩会一起算进去。
        </View>
        <View className="row">
          <Button small kind="ghost" onPress={() => openPage(routes.quizUnit, { campaignId })}>
            选择单位
          </Button>
          <Button small kind="quiet" onPress={later}>
            以后再说
          </Button>
        </View>
      </View>
    </Card>
  )
}
