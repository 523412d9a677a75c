import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { Tag } from '@/components/tag'
import { TextSizeControl } from '@/components/text-size-control'

/** Text size and simple mode, with a sample that shows at once what they do. */
const Display = () => (
  <Page title="字号与简洁模式">
    <Card>
      <TextSizeControl />
    </Card>
    <Card>
      <View className="stack-s">
        <View className="note">看看效果</View>
        <View className="title">配电箱敞开、电线破损</View>
        <View>泽能机械 · 二号车间</View>
        <View className="row-wrap">
          <Tag tone="amber">整改中</Tag>
          <View className="note">还剩 2 天</View>
        </View>
      </View>
    </Card>
    <View className="note">选好就生效，下次打开还是这样。</View>
  </Page>
)

export default Display
