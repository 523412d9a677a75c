import { View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import type { starterEntries } from 'types/quiz-starter'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { sentenceOf } from '@/lib/query-client'
import { showToast } from '@/lib/toast-store'
import { useTakeStarterBank } from './bank-api'

type Starter = OutputOf<typeof starterEntries.starterBank>
type Report = OutputOf<typeof starterEntries.takeStarterBank>

const lawWords = ({ laws }: Starter) => laws.map(({ name }) => `《${name}》`).join('')

const headOf = ({ isEmpty, fresh, total }: Starter) => {
  if (isEmpty) return '题库里还没有题'
  return fresh === total ? '有自带的题可以用' : `自带的题还有 ${fresh} 道没放入`
}

const doneWords = ({ good, flagged }: Report) => {
  if (good === 0) return '这些题都已经有了，没有重复放入'
  return flagged > 0 ? `放入了 ${good} 道题，其中 ${flagged} 道待核对` : `放入了 ${good} 道题，可以办竞赛了`
}

type Props = {
  nodeId: string
  starter: Starter
  /** Beside another button that is the page's own. */
  aside?: boolean
}

/** The product's own questions, in one tap; gone once they are in. */
export const StarterOffer = ({ nodeId, starter, aside = false }: Props) => {
  const take = useTakeStarterBank()
  const start = () => take.mutate({ nodeId }, { onSuccess: (report) => showToast(doneWords(report), 'good') })
  return (
    <View className="stack-s">
      <View className="title">{headOf(starter)}</View>
      <View>{`小程序自带 ${starter.total} 道题，单选、多选、判断都有，每道都写了依据第几条和解析。`}</View>
      <View className="note">{`依据${lawWords(starter)}。已有的题不会重复放入。`}</View>
      {take.error && <View className="ink-red">{sentenceOf(take.error)}</View>}
      <Button kind={aside ? 'ghost' : 'primary'} icon="plus" loading={take.isPending} onPress={start}>
        放入自带题目
      </Button>
    </View>
  )
}

export const StarterCard = (props: Props) => (
  <Card>
    <StarterOffer {...props} />
  </Card>
)
