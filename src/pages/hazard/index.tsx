import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { QueueList } from '@/components/queue-list'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

/** Where a report begins. */
const Hazard = () => (
  <Page title="随手拍隐患" tab="hazard">
    <Card tone="red">
      <View>正在危及生命？先撤离，再拨 119 / 120。请勿在易燃、易坠落处拍照。</View>
    </Card>
    <QueueList domain="hazard" />
    <Button kind="ghost" icon="list" onPress={() => openPage(routes.hazardMine)}>
      我的上报
    </Button>
  </Page>
)

export default Hazard
