import { View } from '@tarojs/components'
import { flagLabels, questionMachine } from 'types/quiz-questions'
import { questionKindLabels } from 'types/quiz-play'
import { Card } from '@/components/card'
import { StateTag, Tag } from '@/components/tag'
import { showDate } from '@/lib/clock'
import type { Question, Row } from './bank-api'

const letter = (index: number) => String.fromCharCode(65 + index)

export const basisOf = ({ law, lawVersion, article }: Pick<Row, 'law' | 'lawVersion' | 'article'>) =>
  article > 0 ? `${law}（${lawVersion}）第 ${article} 条` : `${law}（${lawVersion}），还没写第几条`

/** Why a question waits, in one line; nothing for one that does not. */
export const FlagLine = ({ flag }: Pick<Row, 'flag'>) =>
  flag && (
    <View className="row-wrap">
      <Tag tone="amber">{flagLabels[flag.reason]}</Tag>
      {flag.words !== null && <View className="text-m">{flag.words}</View>}
    </View>
  )

/** A question as a player gets it, with what he never sees: key, explanation, article. */
export const QuestionFacts = ({ question }: { question: Question }) => (
  <Card>
    <View className="stack">
      <View className="row-between">
        <View className="text-m">{questionKindLabels[question.kind]}</View>
        <StateTag state={questionMachine.states[question.state]} />
      </View>
      <FlagLine flag={question.flag} />
      <View className="strong">{question.stem}</View>
      <View className="stack-s">
        {question.options.map((option, index) => (
          <View key={index} className="row-wrap">
            <View>{`${letter(index)}. ${option}`}</View>
            {question.key.includes(index) && <Tag tone="green">答案</Tag>}
          </View>
        ))}
      </View>
      {question.explain !== '' && <View className="text-m">{question.explain}</View>}
      <View className="text-m">依据 {basisOf(question)}</View>
      {question.phrase !== '' && <View className="note">“{question.phrase}”</View>}
      {question.lawCurrent !== null && question.lawCurrent !== question.lawVersion && (
        <View className="ink-red">{`这部法已有 ${question.lawCurrent} 版，请按新版核对后再启用。`}</View>
      )}
    </View>
  </Card>
)

/** How the question read before, latest first. */
export const EarlierWordings = ({ question }: { question: Question }) => (
  <Card>
    <View className="stack">
      <View className="title">以前的写法</View>
      {question.earlier.map((wording) => (
        <View key={wording.at} className="stack-s">
          <View className="note">{`${showDate(wording.at)}以前`}</View>
          <View className="text-m">{`答案 ${wording.key.map(letter).join('、')}；${basisOf({ ...question, ...wording })}`}</View>
          {wording.explain !== '' && <View className="text-m">{wording.explain}</View>}
        </View>
      ))}
    </View>
  </Card>
)
