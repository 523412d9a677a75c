import { View } from '@tarojs/components'
import type { DrawView } from 'types/quiz-prize'
import { Card } from '@/components/card'
import { ListGroup, ListRow } from '@/components/list-row'
import { Tag } from '@/components/tag'
import { showTime } from '@/lib/clock'
import { showNumber } from '@/lib/show-number'
import { periodWords } from './prize-words'
import './prize.scss'

/** What was promised before anybody could know the result. */
export const PromiseRows = ({ draw }: { draw: DrawView }) => {
  const { commitment, value } = draw
  if (!commitment) return null
  return (
    <ListGroup title="开奖前公布的承诺">
      <ListRow
        title="参加名单"
        detail={`${showNumber(commitment.entries)} 人 · ${showTime(commitment.committedAt)} 锁定`}
      />
      <ListRow title="名单指纹" detail={<View className="draw-hash">{commitment.listHash}</View>} />
      <ListRow title="种子指纹" detail={<View className="draw-hash">{commitment.seedHash}</View>} />
      <ListRow title="用哪个公开数" detail={`${value.name}，${showTime(value.at)} 在${value.where}公布`} />
    </ListGroup>
  )
}

const shareOf = (draw: DrawView) =>
  draw.kind === 'ties' ? '按名次发奖，并列的由抽签定先后' : `${periodWords(draw.period)}的每次机会算一份`

/** The value that came, or when it will. */
export const Value = ({ draw }: { draw: DrawView }) => {
  const { entered, value, state, voided } = draw
  if (state === 'void')
    return (
      <Card tone="amber">
        <View>{`这次抽奖已作废：${voided ?? ''}`}</View>
      </Card>
    )
  return (
    <Card tone={entered ? 'green' : 'amber'}>
      <View className="stack-s">
        <View className="strong">{entered ? `公开数：${entered.text}` : `${showTime(value.at)} 后开奖`}</View>
        <View>
          {entered ? `${value.name}，${showTime(entered.at)} 录入` : `等${value.name}公布。${shareOf(draw)}。`}
        </View>
      </View>
    </Card>
  )
}

/** Who won what, by marks; mine is named. */
export const Winners = ({ draw, mark }: { draw: DrawView; mark: string | undefined }) => {
  const won = draw.winners.some((winner) => winner.mark === mark)
  return (
    <>
      {mark && (
        <Card tone={won ? 'green' : 'plain'}>
          <View>{won ? '恭喜，您中奖了！凭领奖码到工会领取。' : `您的编号是 ${mark}，这次没有中奖。`}</View>
        </Card>
      )}
      <ListGroup title={`中奖名单（${draw.winnersTotal} 名）`}>
        {draw.winners.map((winner) => (
          <ListRow
            key={winner.mark}
            title={winner.mark}
            detail={draw.prizes[winner.prize]?.title}
            value={winner.mark === mark ? <Tag tone="green">是我</Tag> : undefined}
          />
        ))}
      </ListGroup>
      {draw.winnersTotal > draw.winners.length && (
        <View className="note">{`这里列出前 ${draw.winners.length} 名，全部名单在结果文件里。`}</View>
      )}
      {draw.withheld > 0 && (
        <View className="note">{`其中 ${draw.withheld} 名在名单公布后被取消资格，奖品没有发出。`}</View>
      )}
    </>
  )
}
