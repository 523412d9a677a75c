import type { Control } from 'react-hook-form'
import { useWatch } from 'react-hook-form'
import { View } from '@tarojs/components'
import { answerLabels, templateOf, type Checklist } from 'types/volunteer-activity-checklist'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choice-field'
import { TextField } from '@/components/text-field'

/** By key of the list: the answer and the measure. */
export type ChecklistValues = { owner: string; answers: Record<string, { answer: string; measure: string }> }

const blank = { answer: '', measure: '' }

/** The list as it stands, every point of its version among them. */
export const checklistValues = (checklist: Checklist | null, version: string): ChecklistValues => ({
  owner: checklist?.owner ?? '',
  answers: Object.fromEntries(
    templateOf(version).items.map(({ key }) => {
      const found = checklist?.answers.find((one) => one.key === key)
      return [key, found ? { answer: found.answer, measure: found.measure } : blank]
    }),
  ),
})

/** What was answered; a point left open is left out, and missed when it is published. */
export const toChecklist = ({ owner, answers }: ChecklistValues, version: string): Checklist => ({
  ...{ version, owner },
  answers: Object.entries(answers).flatMap(([key, { answer, measure }]) =>
    answer === '' ? [] : [{ key, answer: answer as Checklist['answers'][number]['answer'], measure }],
  ),
})

type Props = { control: Control<ChecklistValues>; version: string }

const optionsOf = (may: boolean) =>
  Object.entries(answerLabels)
    .filter(([value]) => may || value !== 'none')
    .map(([value, label]) => ({ value, label }))

const Point = ({
  control,
  item,
}: Pick<Props, 'control'> & { item: ReturnType<typeof templateOf>['items'][number] }) => {
  const answer = useWatch({ control, name: `answers.${item.key}.answer` })
  return (
    <Card>
      <View className="stack-s">
        <ChoiceField
          control={control}
          name={`answers.${item.key}.answer`}
          label={item.label}
          hint={item.hint}
          look="segment"
          options={optionsOf(item.may)}
        />
        {answer === 'risk' && (
          <TextField
            control={control}
            // The library cannot tell the fields of a record by their type.
            name={`answers.${item.key}.measure` as 'owner'}
            label={`${item.label}的防范措施`}
            placeholder="有风险的必须写"
            max={100}
          />
        )}
      </View>
    </Card>
  )
}

/** Every point of the safety preparation, and the one who answers for it. */
export const ChecklistFields = ({ control, version }: Props) => (
  <>
    <Card>
      <TextField
        control={control}
        name="owner"
        label="现场安全负责人"
        hint="一个人，写姓名；报名的人能看到。"
        max={20}
      />
    </Card>
    {templateOf(version).items.map((item) => (
      <Point key={item.key} control={control} item={item} />
    ))}
  </>
)
