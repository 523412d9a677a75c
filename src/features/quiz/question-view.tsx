import { View } from '@tarojs/components'
import { questionKindLabels } from 'types/quiz-play'
import { Tag } from '@/components/tag'
import { aria } from '@/lib/aria'
import { OptionRow } from './option-row'
import type { Question } from './paper-answers'
import './question-view.scss'

type Props = { question: Question; chosen: readonly number[]; onPick: (option: number) => void }

/** Stem and options of one question. */
export const QuestionView = ({ question, chosen, onPick }: Props) => (
  <View
    className="stack"
    {...aria({ role: question.kind === 'multiple' ? 'group' : 'radiogroup', label: question.stem })}
  >
    <View className="question-head">
      <View className="row-wrap">
        <Tag tone="grey">{questionKindLabels[question.kind]}</Tag>
        {question.kind === 'multiple' && <View className="note">可选多项</View>}
      </View>
      <View className="question-stem">{question.stem}</View>
    </View>
    {question.options.map((option, index) => (
      <OptionRow
        key={`${question.no}-${index}`}
        index={index}
        text={option}
        picked={chosen.includes(index)}
        multiple={question.kind === 'multiple'}
        onPick={onPick}
      />
    ))}
  </View>
)
