import { View } from '@tarojs/components'
import { drivePatterns, type DrivePattern } from 'types/drive-patterns'
import type { Setup } from 'types/org-setup'
import { Button } from '@/components/button'
import { ListGroup, ListRow } from '@/components/list-row'
import { dayOf } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

/** The next time a pattern comes round: of fixed days, next year once they have begun. */
const yearOf = ({ days }: DrivePattern, today: string): string => {
  const isOver = 'from' in days && days.from.on < today.slice(5)
  return String(Number(today.slice(0, 4)) + (isOver ? 1 : 0))
}

const openPattern = (pattern: DrivePattern) =>
  openPage(routes.officeDriveNew, { pattern: pattern.code, year: yearOf(pattern, dayOf(new Date())) })

/** A first drive or contest, each from a pattern that ships. */
export const CampaignStep = () => (
  <View className="stack">
    <ListGroup title="主题活动，选一个就有时间、口号和阶段">
      {drivePatterns.map((pattern) => (
        <ListRow key={pattern.code} title={pattern.theme} detail={pattern.basis} onPress={() => openPattern(pattern)} />
      ))}
    </ListGroup>
    <Button kind="ghost" icon="quiz" onPress={() => openPage(routes.officeCampaignNew)}>
      办一场闯关竞赛
    </Button>
    <View className="note">竞赛的题从题库里抽：题库还空着时，先导入一份题。</View>
    <Button kind="quiet" small icon="upload" onPress={() => openPage(routes.officeBankImport)}>
      导入题库
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
