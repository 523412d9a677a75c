import { View } from '@tarojs/components'
import { Hotline, hotlines } from 'types/hazard-hotline'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Page } from '@/components/page'
import { Pressable } from '@/components/pressable'
import { reportDanger } from '@/features/hazard/report-round'
import { dial } from '@/lib/dial'
import './danger.scss'

const Call = ({ number }: { number: Hotline }) => {
  const { name, when } = hotlines[number]
  return (
    <Pressable className="danger-call" label={`拨打 ${number} ${name}，${when}`} onPress={() => dial(number)}>
      <Icon name="phone" size="l" />
      <View className="grow">
        <View className="danger-call-number">
          {number} {name}
        </View>
        <View className="text-m">{when}</View>
      </View>
    </Pressable>
  )
}

/** Danger to life: leave, call, and only then report. */
const DangerPage = () => (
  <Page title="危急情况" footer={<Button onPress={reportDanger}>我已到安全处，继续上报</Button>}>
    <Card tone="red">
      <View className="stack-s">
        <View className="headline">先撤离，再打电话</View>
        <View>离开后不要返回拿东西、拍照片，提醒身边的人一起走。</View>
      </View>
    </Card>
    {Hotline.options.map((number) => (
      <Call key={number} number={number} />
    ))}
    <Card>
      <View className="stack-s">
        <View className="strong">您有权停下工作、马上撤离</View>
        <View className="text-m">
          安全生产法第五十五条：发现直接危及人身安全的紧急情况，可以停止作业或撤离；单位不得因此降低工资、福利，也不得解除劳动合同。
        </View>
      </View>
    </Card>
  </Page>
)

export default DangerPage
