import { useForm, useWatch } from 'react-hook-form'
import { questionsOf, type LevelRule } from 'types/quiz-rules'
import { Button } from '@/components/button'
import { ChoiceField } from '@/components/choice-field'
import { Sheet } from '@/components/sheet'
import { TextField } from '@/components/text-field'
import { submitAnew } from '@/hooks/use-field-errors'
import { categoryOptions, difficultyOptions, minutesOf } from './contest-words'
import { isWithin } from './is-within'

/** A level as the form holds it: minutes are what people think in. */
type LevelValues = {
  title: string
  categories: string[]
  difficulties: string[]
  questions: number | undefined
  minutes: number | undefined
  passRight: number | undefined
  study: 'yes' | 'no'
  pool: number | undefined
  card: string
}

const toValues = (level: LevelRule, card: string | undefined): LevelValues => {
  const { title, draw, seconds, passRight, study, pool } = level
  return {
    ...{ title, passRight, minutes: minutesOf(seconds), questions: questionsOf(level), card: card ?? '' },
    categories: [...new Set(draw.flatMap(({ categories }) => categories))],
    difficulties: [...new Set(draw.flatMap(({ difficulties }) => difficulties))].map(String),
    ...{ study: study ? 'yes' : 'no', pool: pool === 0 ? undefined : pool },
  }
}

type Checked = { level: LevelRule; card: string }
type Problem = { field: keyof LevelValues; message: string }
const problem = (field: keyof LevelValues, message: string): Problem => ({ field, message })

/** The level, or what is missing of it. */
const toLevel = (values: LevelValues, hasCard: boolean): Checked | Problem => {
  const { title, categories, difficulties, questions, minutes, passRight, study, pool = 0, card } = values
  if (title.trim() === '') return problem('title', '请填写名称')
  if (categories.length === 0) return problem('categories', '请至少选一类题目')
  if (difficulties.length === 0) return problem('difficulties', '请至少选一种难度')
  if (!isWithin(questions, 1, 50)) return problem('questions', '请填写 1 到 50')
  if (!isWithin(passRight, 1, questions)) return problem('passRight', `请填写 1 到 ${questions}`)
  if (minutes === undefined || minutes < 0.5 || minutes > 120) return problem('minutes', '请填写 0.5 到 120 分钟')
  if (study === 'yes' && pool !== 0 && !isWithin(pool, questions, 200))
    return problem('pool', `请填写 ${questions} 到 200`)
  if (hasCard && (card.trim() === '' || card.trim().length > 4)) return problem('card', '请填写 1 到 4 个字')
  const part = { categories, difficulties: difficulties.map(Number).sort(), questions }
  const size = {
    pool: study === 'yes' ? pool : 0,
    study: study === 'yes',
    seconds: Math.round(minutes * 60),
    passRight,
  }
  return { level: { title: title.trim(), draw: [part], ...size }, card: card.trim() }
}

type Props = {
  no: number
  level: LevelRule
  /** The card this level gives; undefined where the contest has none. */
  card: string | undefined
  onSave: (checked: Checked) => void
  /** None where it is the only level. */
  onRemove: (() => void) | undefined
  onClose: () => void
}

const studyOptions = [
  { value: 'no', label: '直接答题' },
  { value: 'yes', label: '先学后答' },
]

/** One level: its name, what it asks about, how many and how long. */
export const LevelSheet = ({ no, level, card, onSave, onRemove, onClose }: Props) => {
  const form = useForm<LevelValues>({ defaultValues: toValues(level, card) })
  const { control } = form
  const study = useWatch({ control, name: 'study' })
  const save = (values: LevelValues) => {
    const found = toLevel(values, card !== undefined)
    if ('field' in found) return form.setError(found.field, { message: found.message })
    onSave(found)
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
      <TextField control={control} name="title" label="名称" max={20} />
      <ChoiceField control={control} name="categories" label="从哪几类题里抽" many options={categoryOptions} />
      <ChoiceField control={control} name="difficulties" label="难度" many options={difficultyOptions} />
      <TextField control={control} name="questions" kind="number" label="抽几题" max={2} />
      <TextField control={control} name="passRight" kind="number" label="答对几题过关" max={2} />
      <TextField control={control} name="minutes" kind="digit" label="限时几分钟" max={4} />
      <ChoiceField control={control} name="study" label="答题之前" look="segment" options={studyOptions} />
      {study === 'yes' && (
        <TextField
          control={control}
          name="pool"
          kind="number"
          label="公布几题供学习"
          placeholder="空着就公布全部（最多 200 题）"
          optional
          max={3}
        />
      )}
      {card !== undefined && <TextField control={control} name="card" label="全对得哪张卡" max={4} />}
    </Sheet>
  )
}
