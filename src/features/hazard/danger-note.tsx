import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import { dial } from '@/lib/dial'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
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
    <Pressable className="danger-note-text" onPress={() => openPage(routes.hazardDanger)}>
      <View className="grow">
        正在冒烟、要塌了、有人受伤？<View className="danger-note-strong">先撤离</View>，再打电话
      </View>
      <Icon name="chevron-right" size="s" />
    </Pressable>
    <View className="danger-note-calls">
      <Call number="119" whom="火警" />
      <Call number="120" whom="急救" />
    </View>
  </Card>
)
