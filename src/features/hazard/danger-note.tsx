import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import { dial } from '@/lib/dial'
import './danger-note.scss'

const Call = ({ number, whom }: { number: string; whom: string }) => (
  <Pressable className="danger-note-call" label={`拨打 ${number} ${whom}`} onPress={() => dial(number)}>
    <Icon name="phone" size="s" />
    <View>
      {number} {whom}
    </View>
  </Pressable>
)

/** Danger to life comes before any report: leave, then call. */
export const DangerNote = () => (
  <Card tone="red" tight>
    <View className="danger-note-text">
      正在危及生命？<View className="danger-note-strong">先撤离</View>
      ，再打电话。请勿在易燃、易坠落处拍照。
    </View>
    <View className="danger-note-calls">
      <Call number="119" whom="火警" />
      <Call number="120" whom="急救" />
    </View>
  </Card>
)
