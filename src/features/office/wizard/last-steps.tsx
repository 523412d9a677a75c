import { View } from '@tarojs/components'
import { drivePatterns, type DrivePattern } from 'types/drive-patterns'
import type { Setup } from 'types/org-setup'
import { Button } from '@/components/button'
import { ListGroup, ListRow } from '@/components/list-row'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { dayOf } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { useStarterBank } from '../bank/bank-api'
import { StarterOffer } from '../bank/starter-card'

/** The next time a pattern comes round: of fixed days, next year once they have begun. */
const yearOf = ({ days }: DrivePattern, today: string): string => {
  const isOver = 'from' in days && days.from.on < today.slice(5)
  return String(Number(today.slice(0, 4)) + (isOver ? 1 : 0))
}

const openPattern = (pattern: DrivePattern) =>
  openPage(routes.officeDriveNew, { pattern: pattern.code, year: yearOf(pattern, dayOf(new Date())) })

/** A contest that can be held as it is: eight levels, thirty days, from today. */
const firstContest = { kind: 'level-ladder', title: '安全知识闯关', slogan: '人人讲安全，个个会应急' }

const ContestWay = ({ unionId }: { unionId: string }) => (
  <QueryView query={useStarterBank(unionId)} skeleton={<Skeleton kind="card" count={1} />}>
    {(starter) =>
      starter.isEmpty ? (
        <StarterOffer nodeId={unionId} starter={starter} />
      ) : (
        <Button icon="quiz" onPress={() => openPage(routes.officeCampaignNew, firstContest)}>
          办一场闯关竞赛
        </Button>
      )
    }
  </QueryView>
)

/** A first contest or drive, each from a pattern that ships. */
export const CampaignStep = ({ unionId }: { unionId: string }) => (
  <View className="stack">
    <ContestWay unionId={unionId} />
    <ListGroup title="或者先定一个主题活动">
      {drivePatterns.map((pattern) => (
        <ListRow key={pattern.code} title={pattern.theme} detail={pattern.basis} onPress={() => openPattern(pattern)} />
      ))}
    </ListGroup>
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
