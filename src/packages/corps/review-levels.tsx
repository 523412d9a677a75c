import { useState } from 'react'
import { View } from '@tarojs/components'
import { reviewingTypes } from 'types/volunteer'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ListGroup } from '@/components/list-row'
import { CheckRow } from '@/components/checkbox-field'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { useLevels, useSetQualifying } from '@/features/corps/review-levels-api'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import { showToast } from '@/lib/toast-store'

type Here = { id: string; name: string }

const nothing = <Empty icon="building" title="下面没有可以审核的工会" detail="地方、产业和集团公司工会会出现在这里。" />
const isReviewing = ({ authority, type }: { authority: string; type: string }) =>
  authority === 'union' && (reviewingTypes as readonly string[]).includes(type)

const Level = ({ here, onOpen }: { here: Here; onOpen: (next: Here) => void }) => {
  const levels = useLevels(here.id)
  const setting = useSetQualifying()
  const set = (nodeId: string, qualifies: boolean) =>
    setting.mutate(
      { nodeId, qualifies },
      { onSuccess: () => showToast(qualifies ? '由它出具工会意见' : '改由上一级出具', 'good') },
    )
  return (
    <QueryView
      query={levels}
      skeleton={<Skeleton kind="list" />}
      isEmpty={({ pages }) => !pages.some(({ items }) => items.some(isReviewing))}
      empty={nothing}
    >
      {({ pages }) => (
        <>
          <ListGroup title={`${here.name}下面的工会`}>
            {pages
              .flatMap(({ items }) => items)
              .filter(isReviewing)
              .map((node) => (
                <View key={node.id} className="list-row">
                  <View className="grow">
                    <CheckRow on={node.qualifies} onChange={(on) => set(node.id, on)}>
                      {node.name}
                      <View className="note">
                        {node.qualifies ? '出具工会意见' : '只做基层初审'}
                        {node.managers === 0 && '，还没有审核人，由上一级代办'}
                      </View>
                    </CheckRow>
                  </View>
                  {node.children > 0 && (
                    <Button small kind="quiet" label={`下级：${node.name}`} onPress={() => onOpen(node)}>
                      下级
                    </Button>
                  )}
                </View>
              ))}
          </ListGroup>
          <MoreButton query={levels} />
        </>
      )}
    </QueryView>
  )
}

const Levels = ({ seat }: { seat: Seat }) => {
  const [line, setLine] = useState<readonly Here[]>([{ id: seat.nodeId, name: seat.nodeName }])
  const here = line.at(-1) ?? { id: seat.nodeId, name: seat.nodeName }
  return (
    <Page title="谁出具工会意见" wide="reading">
      <SeatChoice seat={seat} />
      <Card>
        <View className="text-m">
          申请先到申请人所在的工会初审，再到往上最近的一个“出具工会意见”的工会审核资格，最后由对应那一级的监管部门审核专业。所在工会自己出具意见的，不再初审。
        </View>
      </Card>
      {line.length > 1 && (
        <Button small kind="ghost" icon="chevron-left" onPress={() => setLine(line.slice(0, -1))}>
          回到{line.at(-2)?.name ?? ''}
        </Button>
      )}
      <Level key={here.id} here={here} onOpen={(next) => setLine([...line, { id: next.id, name: next.name }])} />
    </Page>
  )
}

/** Which unions issue the union's opinion on volunteers. */
const ReviewLevelsPage = () => (
  <WithSeat title="谁出具工会意见">{(seat) => <Levels key={seat.id} seat={seat} />}</WithSeat>
)

export default ReviewLevelsPage
