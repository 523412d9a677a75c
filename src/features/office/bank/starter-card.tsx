import { useState } from 'react'
import { View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import type { starterEntries } from 'types/quiz-starter'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListGroup, ListRow } from '@/components/list-row'
import { openPage } from '@/lib/go'
import { sentenceOf } from '@/lib/query-client'
import { routes } from '@/lib/routes'
import { showToast } from '@/lib/toast-store'
import { useTakeStarterBank } from './bank-api'

type Starter = OutputOf<typeof starterEntries.starterBank>
type Report = OutputOf<typeof starterEntries.takeStarterBank>

const lawWords = ({ laws }: Starter) => laws.map(({ name }) => `《${name}》`).join('')

const headOf = ({ isEmpty, fresh, corrected, total }: Starter) => {
  if (isEmpty) return '题库里还没有题'
  if (fresh === 0) return `自带的题有 ${corrected} 道更正`
  return fresh === total ? '有自带的题可以用' : `自带的题还有 ${fresh} 道没放入`
}

const doneWords = ({ good, flagged, renewed }: Report) => {
  if (renewed > 0) return good > 0 ? `更正了 ${renewed} 道题，新放入 ${good} 道` : `更正了 ${renewed} 道题`
  if (good === 0) return '这些题都已经有了，没有重复放入'
  return flagged > 0 ? `放入了 ${good} 道题，其中 ${flagged} 道待核对` : `放入了 ${good} 道题，可以办竞赛了`
}

type Props = {
  nodeId: string
  starter: Starter
  /** Beside another button that is the page's own. */
  aside?: boolean
  onTaken?: (report: Report) => void
}

/** The product's own questions, in one tap; gone once they are in. */
export const StarterOffer = ({ nodeId, starter, aside = false, onTaken }: Props) => {
  const take = useTakeStarterBank()
  const taken = (report: Report) => {
    showToast(doneWords(report), 'good')
    onTaken?.(report)
  }
  return (
    <View className="stack-s">
      <View className="title">{headOf(starter)}</View>
      <View>{`小程序自带 ${starter.total} 道题，单选、多选、判断都有，每道都写了依据第几条和解析。`}</View>
      <View className="note">{`依据${lawWords(starter)}。已有的题不会重复放入，你们改过的题不动。`}</View>
      {take.error && <View className="ink-red">{sentenceOf(take.error)}</View>}
      <Button
        kind={aside ? 'ghost' : 'primary'}
        icon="plus"
        loading={take.isPending}
        onPress={() => take.mutate({ nodeId }, { onSuccess: taken })}
      >
        {starter.fresh === 0 ? '换成更正后的题' : '放入自带题目'}
      </Button>
    </View>
  )
}

export const StarterCard = (props: Props) => (
  <Card>
    <StarterOffer {...props} />
  </Card>
)

/** What is missing of them or reads otherwise by now; afterwards, what was left because the union has changed it. */
export const StarterRest = ({ nodeId, starter }: Omit<Props, 'aside' | 'onTaken'>) => {
  const [kept, setKept] = useState<Report['kept']>([])
  if (starter.fresh + starter.corrected > 0)
    return <StarterCard aside nodeId={nodeId} starter={starter} onTaken={(report) => setKept(report.kept)} />
  if (kept.length === 0) return null
  return (
    <ListGroup title={`有更正、但你们改过的 ${kept.length} 道题没有动，请自己核对`}>
      {kept.map(({ id, stem }) => (
        <ListRow key={id} title={stem} onPress={() => openPage(routes.officeQuestion, { id })} />
      ))}
    </ListGroup>
  )
}
