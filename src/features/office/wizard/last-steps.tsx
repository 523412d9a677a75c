import { View } from '@tarojs/components'
import type { Setup } from 'types/org-setup'
import { Button } from '@/components/button'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

/** A first drive or contest, each from a pattern that ships. */
export const CampaignStep = ({ onDone }: { onDone: () => void }) => (
  <View className="stack">
    <Button kind="ghost" icon="quiz" onPress={() => openPage(routes.officeCampaignNew)}>
      选一种闯关竞赛
    </Button>
    <View className="note">竞赛的题从题库里抽：题库还空着时，先导入一份题。</View>
    <Button kind="quiet" small icon="upload" onPress={() => openPage(routes.officeBankImport)}>
      导入题库
    </Button>
    <Button kind="quiet" onPress={onDone}>
      下一步
    </Button>
  </View>
)

/** The code of the booth as it hangs there. */
export const PosterStep = ({ booth }: Pick<Setup, 'booth'>) => {
  if (!booth) return <View>先设好一个展台，海报就有了。</View>
  const { id, name, place, nodeName } = booth
  return (
    <Button icon="document" onPress={() => openPage(routes.officeBoothCode, { id, name, place, union: nodeName })}>
      看海报，去打印
    </Button>
  )
}
