import { View } from '@tarojs/components'
import { showToast } from '@/lib/toast-store'
import { dial } from '@/lib/dial'
import { useLabels } from '@/hooks/use-labels'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { scanCode } from '@/lib/scan-code'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { ListGroup, ListRow } from '@/components/list-row'
import { openScene } from '@/features/session/open-scene'
import './hotlines.scss'

/** The two numbers a worker may need at once, under the names they have here. */
export const Hotlines = () => {
  const { safetyHotline, safetyHotlineName, serviceHotline, serviceHotlineName } = useLabels()
  const lines = [
    { number: safetyHotline, title: safetyHotlineName },
    { number: serviceHotline, title: serviceHotlineName },
  ]
  return (
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
}

const scanAndOpen = async () => {
  const scene = await scanCode()
  if (scene === 'unknown') showToast('这不是安康志愿的码，请换一个再扫', 'bad')
  else if (scene) openScene(scene)
}

/** What is needed now and then. */
export const MoreRows = () => (
  <ListGroup>
    <ListRow icon="star" title="主题活动" onPress={() => openPage(routes.drives)} />
    <ListRow icon="scan" title="扫展台码" onPress={() => void scanAndOpen()} />
    <ListRow icon="text-size" title="字太小？在这里放大" onPress={() => openPage(routes.display)} />
  </ListGroup>
)
