import { View } from '@tarojs/components'
import { drawMachine } from 'types/prize-machines'
import type { DrawView } from 'types/quiz-prize'
import { Card } from '@/components/card'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { StateTag } from '@/components/tag'
import { useDraw, useMyPrizes } from '@/features/quiz/prize/api'
import { PromiseRows, Value, Winners } from '@/features/quiz/prize/draw-facts'
import { ReplayCard } from '@/features/quiz/prize/replay-card'
import { useNeededParam } from '@/hooks/use-needed-param'
import { useQueryParam } from '@/hooks/use-query-param'

const Head = ({ draw }: { draw: DrawView }) => (
  <Card>
    <View className="row-between">
      <View className="title grow">{draw.title}</View>
      <StateTag state={drawMachine.states[draw.state]} />
    </View>
  </Card>
)

const Prizes = ({ draw }: { draw: DrawView }) => (
  <ListGroup title="奖品">
    {draw.prizes.map(({ prizeId, title, count }) => (
      <ListRow key={prizeId} icon="gift" tone="red" title={title} value={`${count} 份`} />
    ))}
  </ListGroup>
)

/** One draw for everybody: what was promised, what came of it, and the way to check it. */
const PrizeDrawPage = () => {
  const draw = useDraw(useNeededParam('id'))
  const mine = useMyPrizes(useQueryParam('campaignId') ?? '')
  return (
    <Page title="抽奖结果">
      <QueryView query={draw}>
        {(data) => (
          <>
            <Head draw={data} />
            <Value draw={data} />
            {data.state === 'drawn' && <Winners draw={data} mark={mine.data?.mark} />}
            <Prizes draw={data} />
            <PromiseRows draw={data} />
            {data.state === 'drawn' && <ReplayCard draw={data} />}
          </>
        )}
      </QueryView>
    </Page>
  )
}

export default PrizeDrawPage
