import { useState } from 'react'
import { View } from '@tarojs/components'
import { questionMachine, type QuestionState } from 'types/quiz-questions'
import { Card } from '@/components/card'
import { ChipChoice } from '@/components/chip'
import { Empty } from '@/components/empty'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { StateTag } from '@/components/tag'
import { useLaws, useQuestions, useStarterBank, type Row } from '@/features/office/bank/bank-api'
import { basisOf, FlagLine } from '@/features/office/bank/question-facts'
import { StarterCard } from '@/features/office/bank/starter-card'
import { SearchBox } from '@/features/office/search-box'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import '@/features/office/office.scss'
import { useQueryParam } from '@/hooks/use-query-param'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { WithSeat } from '@/features/session/with-seat'

const empties = {
  flagged: { icon: 'check', title: '没有待核对的题目', detail: '缺条款、法规有修订或有人存疑的题会在这里等。' },
  live: { icon: 'quiz', title: '没有找到题目', detail: '换几个字试试，或者先导入题库表格。' },
  retired: { icon: 'check', title: '没有停用的题目', detail: '撤下和停用的题会留在这里，不会再抽到。' },
} as const
const states = (['flagged', 'live', 'retired'] as const).map((value) => ({
  value,
  label: questionMachine.states[value].label,
}))
const everyLaw = 'all'

const QuestionCard = ({ question }: { question: Row }) => (
  <Card onPress={() => openPage(routes.officeQuestion, { id: question.id })}>
    <View className="stack-s">
      <View className="row-between">
        <View className="text-m">{basisOf(question)}</View>
        <StateTag state={questionMachine.states[question.state]} />
      </View>
      <View className="strong">{question.stem}</View>
      <FlagLine flag={question.flag} />
    </View>
  </Card>
)

const Questions = ({ seat }: { seat: Seat }) => {
  const [state, setState] = useState<QuestionState>('flagged')
  const [law, setLaw] = useState(useQueryParam('law') ?? everyLaw)
  const [words, setWords] = useState('')
  const laws = useLaws().data?.items ?? []
  const wanted = { nodeId: seat.nodeId, state, law: law === everyLaw ? undefined : law, words: words || undefined }
  const found = useQuestions(wanted)
  const starter = useStarterBank(seat.nodeId).data
  const choices = [{ value: everyLaw, label: '全部法规' }, ...laws.map(({ name }) => ({ value: name, label: name }))]
  return (
    <Page title="题库" wide>
      <SeatChoice seat={seat} />
      <ChipChoice label="题目状态" options={states} value={state} onChange={setState} />
      {laws.length > 0 && <ChipChoice label="法规" options={choices} value={law} onChange={setLaw} />}
      <SearchBox label="按题目里的字找" onSearch={setWords} />
      <QueryView
        query={found}
        isEmpty={(data) => data.pages[0]?.items.length === 0}
        empty={
          starter?.isEmpty ? <StarterCard nodeId={seat.nodeId} starter={starter} /> : <Empty {...empties[state]} />
        }
      >
        {(data) => (
          <>
            <View className="office-grid">
              {data.pages
                .flatMap(({ items }) => items)
                .map((question) => (
                  <QuestionCard key={question.id} question={question} />
                ))}
            </View>
            <MoreButton query={found} />
          </>
        )}
      </QueryView>
    </Page>
  )
}

/** The bank of this union and those below it: what waits first. */
const QuestionsPage = () => <WithSeat title="题库">{(seat) => <Questions key={seat.id} seat={seat} />}</WithSeat>

export default QuestionsPage
