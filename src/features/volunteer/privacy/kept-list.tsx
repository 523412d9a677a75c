import { View } from '@tarojs/components'
import { kept } from 'types/volunteer-keep'
import { Card } from '@/components/card'

/** What is kept, why, how long, and who sees it. */
export const KeptList = () => (
  <Card>
    <View className="stack">
      <View className="title">保存了什么，多久</View>
      {kept.map(({ what, why, until, seenBy }) => (
        <View key={what}>
          <View className="strong">{what}</View>
          <View className="text-m">为了：{why}</View>
          <View className="text-m">保存：{until}</View>
          <View className="text-m">谁能看：{seenBy}</View>
        </View>
      ))}
    </View>
  </Card>
)
