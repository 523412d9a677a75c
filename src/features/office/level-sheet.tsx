import { useForm } from 'react-hook-form'
import { Button } from '@/components/button'
import { ChoiceField } from '@/components/choice-field'
import { Sheet } from '@/components/sheet'
import { TextField } from '@/components/text-field'
import { submitAnew } from '@/hooks/use-field-errors'
import { categoryOptions, type LevelValues } from './campaign-values'

type Props = {
  no: number
  level: LevelValues
  onSave: (level: LevelValues) => void
  /** None where it is the only level. */
  onRemove: (() => void) | undefined
  onClose: () => void
}

/** One level: its name, what it asks about, how many and how long. */
export const LevelSheet = ({ no, level, onSave, onRemove, onClose }: Props) => {
  const form = useForm<LevelValues>({ defaultValues: level })
  const { control } = form
  const save = (values: LevelValues) => {
    const { title, categories, questions = 0, minutes = 0, passRight = 0 } = values
    if (title.trim() === '') return form.setError('title', { message: '请填写关卡名称' })
    if (categories.length === 0) return form.setError('categories', { message: '请至少选一类题目' })
    if (questions < 1 || questions > 50) return form.setError('questions', { message: '请填写 1 到 50' })
    if (minutes < 0.5 || minutes > 120) return form.setError('minutes', { message: '请填写 1 到 120 分钟' })
    if (passRight < 1 || passRight > questions)
      return form.setError('passRight', { message: `请填写 1 到 ${questions}` })
    onSave(values)
  }
  return (
    <Sheet
      open
      title={`第 ${no} 关`}
      onClose={onClose}
      footer={
        <>
          <Button onPress={submitAnew(form, save)}>好了</Button>
          {onRemove && (
            <Button kind="quiet" onPress={onRemove}>
              去掉这一关
            </Button>
          )}
        </>
      }
    >
      <TextField control={control} name="title" label="关卡名称" max={20} />
      <ChoiceField control={control} name="categories" label="从哪几类题里抽" many options={categoryOptions} />
      <TextField control={control} name="questions" kind="number" label="抽几题" max={2} />
      <TextField control={control} name="passRight" kind="number" label="答对几题过关" max={2} />
      <TextField control={control} name="minutes" kind="number" label="限时几分钟" max={3} />
    </Sheet>
  )
}
