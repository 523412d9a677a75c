import { View } from '@tarojs/components'
import { showToast } from '@/lib/toast-store'
import { dial } from '@/lib/dial'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { scanCode } from '@/lib/scan-code'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { ListGroup, ListRow } from '@/components/list-row'
import { openScene } from '@/features/session/open-scene'
import './hotlines.scss'

const lines = [
  { number: '12350', title: '生产安全举报' },
  { number: '12351', title: '职工服务热线' },
] as const

/** The two numbers a worker may need at once. */
export const Hotlines = () => (
  <View className="hotlines">
    {lines.map(({ number, title }) => (
      <Card
        key={number}
        tight
        className="hotlines-card"
        label={`${title}，拨打 ${number}`}
        onPress={() => dial(number)}
      >
        <View className="note">{title}</View>
        <View className="row hotlines-number">
          <Icon name="phone" size="s" />
          <View className="strong">拨打 {number}</View>
        </View>
      </Card>
    ))}
  </View>
)

const scanAndOpen = async () => {
  const scene = await scanCode()
  if (scene === 'unknown') showToast('这不是安康志愿的码，请换一个再扫', 'bad')
  else if (scene) openScene(scene)
}

/** What is needed now and then. */
export const MoreRows = () => (
  <ListGroup>
    <ListRow icon="scan" title="扫展台码" onPress={() => void scanAndOpen()} />
    <ListRow icon="text-size" title="字太小？在这里放大" onPress={() => openPage(routes.display)} />
  </ListGroup>
)
