import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { aria } from '@/lib/aria'

type Props = {
  /** Numbers of the questions whose answers wait. */
  nos: readonly number[]
  onRetry: () => void
  /** Another question may be answered meanwhile. */
  onGoOn?: () => void
}

/** Answers that have not arrived: where they are, that nothing is lost, and what can be done. */
export const WaitingAnswer = ({ nos, onRetry, onGoOn }: Props) => (
  <Card tone="amber" tight>
    <View className="stack-s" {...aria({ role: 'alert' })}>
      <View>网络不太好，第 {nos.join('、')} 题的答案存在手机里，会自动重发。</View>
      <View className="row">
        <Button small kind="ghost" onPress={onRetry}>
          现在重发
        </Button>
        {onGoOn && (
          <Button small kind="ghost" onPress={onGoOn}>
            先答下一题
          </Button>
        )}
      </View>
    </View>
  </Card>
)
