import { View } from '@tarojs/components'
import { drawMachine } from 'types/prize-machines'
import type { MyClaim, MyPrize } from 'types/quiz-prize'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Stat } from '@/components/stat'
import { StateTag } from '@/components/tag'
import { useDraws, useMyPrizes } from '@/features/quiz/prize/api'
import { ClaimCard } from '@/features/quiz/prize/claim-card'
import { PrizeCard } from '@/features/quiz/prize/prize-card'
import { useSubscribe } from '@/hooks/use-subscribe'
import { useNeededParam } from '@/hooks/use-needed-param'
import { showTime } from '@/lib/clock'
import { openPage, openTab } from '@/lib/go'
import { routes } from '@/lib/routes'

const nothing = (
  <Empty icon="gift" title="这次活动没有奖品" detail="闯关学到的才是自己的；有奖品时工会会在这里公布。">
    <Button onPress={() => openTab('quiz')}>去闯关</Button>
  </Empty>
)

const Claims = ({ claims }: { claims: readonly MyClaim[] }) =>
  claims.length === 0 ? null : (
    <View className="stack-s">
      <View className="list-group-title">我的奖品</View>
      {claims.map((claim) => (
        <ClaimCard key={claim.id} claim={claim} />
      ))}
    </View>
  )

const Prizes = ({ prizes }: { prizes: readonly MyPrize[] }) =>
  prizes.length === 0 ? null : (
    <View className="stack-s">
      <View className="list-group-title">可以领的和可以抽的</View>
      {prizes.map((prize) => (
        <PrizeCard key={prize.id} prize={prize} />
      ))}
    </View>
  )

const Draws = ({ campaignId }: { campaignId: string }) => {
  const draws = useDraws(campaignId)
  if (!draws.data || draws.data.items.length === 0) return null
  return (
    <ListGroup title="抽奖">
      {draws.data.items.map((draw) => (
        <ListRow
          key={draw.id}
          title={draw.title}
          detail={draw.entered ? `中奖 ${draw.winnersTotal} 名` : `${showTime(draw.value.at)} 后开奖`}
          value={<StateTag state={drawMachine.states[draw.state]} />}
          onPress={() => openPage(routes.quizPrizeDraw, { id: draw.id, campaignId })}
        />
      ))}
    </ListGroup>
  )
}

const Notify = () => {
  const { ask, left, refused } = useSubscribe('prizes', 'activity')
  if (refused && left === 0) return null
  return (
    <Card>
      <View className="stack-s">
        <View>{left > 0 ? '有结果会在微信里通知您。' : '中奖或领奖快到期时，要不要在微信里通知您？'}</View>
        {left === 0 && (
          <Button kind="ghost" icon="bell" onPress={ask}>
            通知我
          </Button>
        )}
      </View>
    </Card>
  )
}

/** Chances, what can be had for them, and what I have. */
const PrizesPage = () => {
  const campaignId = useNeededParam('campaignId')
  const mine = useMyPrizes(campaignId)
  return (
    <Page title="奖品和抽奖">
      <QueryView
        query={mine}
        isEmpty={({ prizes, claims, earned }) => prizes.length + claims.length + earned === 0}
        empty={
          <>
            {nothing}
            <Draws campaignId={campaignId} />
          </>
        }
      >
        {({ chances, earned, mark, prizes, claims }) => (
          <>
            <View className="stat-row">
              <Stat value={chances} label="还能用的机会" />
              <Stat value={earned} label="一共得到" />
            </View>
            <View className="note">{`您在抽奖名单上的编号：${mark}`}</View>
            <Claims claims={claims} />
            <Prizes prizes={prizes} />
            <Draws campaignId={campaignId} />
            <Notify />
          </>
        )}
      </QueryView>
    </Page>
  )
}

export default PrizesPage
