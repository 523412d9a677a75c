import type { Control } from 'react-hook-form'
import { ChoiceField } from '@/components/choice-field'
import { TextField } from '@/components/text-field'
import { TextareaField } from '@/components/textarea-field'
import type { Question } from './bank-api'
import type { WithEdits } from './edits'

type Props = { control: Control<WithEdits & { reply: string }>; question: Question }

const letter = (index: number) => String.fromCharCode(65 + index)

/** What an officer may put right: answer, article, explanation, the words of the law. */
export const EditFields = ({ control, question }: Props) => (
  <>
    <ChoiceField
      control={control}
      name="edits.key"
      label="正确答案"
      many
      options={question.options.map((option, index) => ({
        value: String(index),
        label: `${letter(index)}. ${option}`,
      }))}
    />
    <TextField
      control={control}
      name="edits.article"
      kind="number"
      label={`依据${question.law}第几条`}
      hint={question.lawCurrent ? `按现行 ${question.lawCurrent} 版填写` : undefined}
      placeholder="例如 55"
      max={3}
    />
    <TextareaField control={control} name="edits.explain" label="解析" optional max={500} />
    <TextField
      control={control}
      name="edits.phrase"
      label="法条原文摘句"
      optional
      placeholder="8 到 20 个字"
      max={20}
    />
  </>
)
