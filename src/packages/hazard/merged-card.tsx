import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { rememberRetrieval, retrievalKeyOf } from '@/features/hazard/retrieval'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

type Props = { id: string; into: { id: string; code: string } | null; joins: number }

/** Where a report went that was put together with another; or how many saw the same. */
export const MergedCard = ({ id, into, joins }: Props) => {
  if (!into) return joins > 0 ? <View className="text-m center">共 {joins + 1} 人反映了这一处</View> : null
  const follow = () => {
    const key = retrievalKeyOf(id)
    if (key && !retrievalKeyOf(into.id)) rememberRetrieval(into.id, key)
    openPage(routes.hazardView, { id: into.id })
  }
  return (
    <Card tone="amber">
      <View className="stack-s">
        <View className="strong">与同一处隐患一起办理</View>
        <View>工会把您这条和上报编号 {into.code} 合在一起办，您的上报时间照样保留。</View>
        <Button kind="ghost" onPress={follow}>
          看一起办理的进度
        </Button>
      </View>
    </Card>
  )
}
