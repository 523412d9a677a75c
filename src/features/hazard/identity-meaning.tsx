import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

/** The way to what 实名, 保密 and 匿名 mean in full: to be read before anything is sent. */
export const IdentityMeaning = () => (
  <View className="row-wrap">
    <View className="text-m">提交即表示您已了解怎样处理您的信息。</View>
    <Button kind="quiet" small icon="shield" onPress={() => openPage(routes.hazardIdentity)}>
      实名、保密、匿名有什么不同
    </Button>
  </View>
)
