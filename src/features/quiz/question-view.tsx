import { memo } from 'react'
import { View } from '@tarojs/components'
import { questionKindLabels, type PaperQuestion } from 'types/quiz-play'
import type * as z from 'types/zod'
import { Tag } from '@/components/tag'
import { aria } from '@/lib/aria'
import { OptionRow, type OptionMark } from './option-row'
import './question-view.scss'

type Asked = Pick<z.output<typeof PaperQuestion>, 'kind' | 'stem' | 'options'>

type Props = {
  question: Asked
  chosen: readonly number[]
  fixed: boolean
  onPick: (option: number) => void
  /** Drawn already, and not yet before the person. */
  hidden?: boolean
  /** What the cloud said of the answer; undefined as long as it has not. */
  right?: boolean | undefined
  /** The right options, where they are told. */
  answer?: readonly number[]
}

type Marking = Pick<Props, 'chosen' | 'right' | 'answer'>

const markOf = (option: number, { chosen, right, answer }: Marking): OptionMark | undefined => {
  if (right === undefined) return undefined
  const isKey = answer?.includes(option) ?? right
  if (chosen.includes(option)) return isKey ? 'right' : 'wrong'
  return answer && isKey ? 'missed' : undefined
}

/** Stem above, options at the thumb. Options are told apart by their place, so that the next question redraws only words. */
export const QuestionView = memo(({ question, chosen, fixed, onPick, hidden, right, answer }: Props) => (
  <View
    className="question"
    style={hidden ? 'display:none' : ''}
    {...aria({ role: question.kind === 'multiple' ? 'group' : 'radiogroup', label: question.stem })}
  >
    <View className="question-head">
      <View className="row-wrap">
        <Tag tone="grey">{questionKindLabels[question.kind]}</Tag>
        {question.kind === 'multiple' && <View className="note">可选多项，选好后按下面的按钮</View>}
      </View>
      <View className="question-stem">{question.stem}</View>
    </View>
    <View className="question-options">
      {question.options.map((option, index) => (
        <OptionRow
          key={index}
          index={index}
          text={option}
          picked={chosen.includes(index)}
          multiple={question.kind === 'multiple'}
          mark={markOf(index, { chosen, right, ...(answer && { answer }) })}
          fixed={fixed}
          onPick={onPick}
        />
      ))}
    </View>
  </View>
))
QuestionView.displayName = 'QuestionView'
