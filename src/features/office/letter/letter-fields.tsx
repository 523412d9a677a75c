import type { Control } from 'react-hook-form'
import { View } from '@tarojs/components'
import { lawBases, nameOfLaw } from 'types/hazard-letter-laws'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choice-field'
import { TextareaField } from '@/components/textarea-field'
import { TextField } from '@/components/text-field'

export type LetterValues = { to: string; facts: string; laws: string[]; suggestion: string; replyDays: string }

const lawOptions = lawBases.map((basis) => ({ value: basis.id, label: `${nameOfLaw(basis)} ${basis.phrase}` }))

/** The letter as a form shows it. */
export const toLetterValues = (content: Omit<LetterValues, 'replyDays'> & { replyDays: number }): LetterValues => ({
  ...content,
  replyDays: String(content.replyDays),
})

/** What the form holds, as the contract takes it. */
export const toContent = ({ to, facts, laws, suggestion, replyDays }: LetterValues) => ({
  ...{ to, facts, laws, suggestion },
  replyDays: Number(replyDays),
})

/** The parts of a letter, in the order they are printed. */
export const LetterFields = ({ control, guarded }: { control: Control<LetterValues>; guarded: boolean }) => (
  <>
    {guarded && (
      <Card tone="amber">
        <View>
          上报人要求保密。建议函里没有带上他的原话和日期，请您到现场核实后用自己的话写，不要写谁、什么时候反映的。
        </View>
      </Card>
    )}
    <Card>
      <View className="stack">
        <TextField control={control} name="to" label="收件单位" placeholder="企业全称" max={60} />
        <TextareaField
          control={control}
          name="facts"
          label="反映的问题"
          hint="时间、地点、问题；不写上报人。"
          max={800}
        />
        <TextareaField
          control={control}
          name="suggestion"
          label="建议"
          hint="工会只能建议、督促、提请，不用命令口气。"
          placeholder="例如：建议更换破损电线，配电箱加锁，安排电工每周检查"
          max={800}
        />
        <TextField
          control={control}
          name="replyDays"
          kind="number"
          label="请企业几天内答复"
          hint="从送达当天起算，遇周末和节假日顺延。"
          max={2}
        />
      </View>
    </Card>
    <Card>
      <ChoiceField control={control} name="laws" label="依据（最多 6 条）" many options={lawOptions} />
    </Card>
  </>
)
