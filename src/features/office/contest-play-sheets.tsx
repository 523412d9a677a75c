import { useForm, useWatch } from 'react-hook-form'
import type { Rules } from 'types/quiz-rules'
import { ChoiceField } from '@/components/choice-field'
import { TextField } from '@/components/text-field'
import type { SheetProps } from './contest-rules'
import { isWithin } from './is-within'
import { LimitField, type Limit } from './limit-field'
import { RuleSheet } from './rule-sheet'

const perOptions = [
  { value: 'day', label: '每天' },
  { value: 'month', label: '每月' },
  { value: 'contest', label: '整个活动' },
]
type Attempts = Omit<Rules['attempts'], 'count'> & { limit: Limit; count: number | undefined }

/** How often a player may begin. */
export const AttemptsSheet = ({ rules: { attempts }, levels, onSave, onClose }: SheetProps) => {
  const limit = attempts.count === null ? 'free' : 'count'
  const form = useForm<Attempts>({ defaultValues: { ...attempts, limit, count: attempts.count ?? 1 } })
  const { control } = form
  const isLimited = useWatch({ control, name: 'limit' }) === 'count'
  const save = ({ limit: chosen, count, per, each }: Attempts) => {
    if (chosen === 'free') return onSave({ attempts: { count: null, per: 'contest', each: 'contest' } })
    if (!isWithin(count, 1, 100)) return form.setError('count', { message: '请填写 1 到 100' })
    onSave({ attempts: { count, per, each } })
  }
  return (
    <RuleSheet title="答几次" form={form} onSave={save} onClose={onClose}>
      <LimitField control={control} name="limit" />
      {isLimited && (
        <>
          <ChoiceField control={control} name="per" label="按什么算" look="segment" options={perOptions} />
          <TextField control={control} name="count" kind="number" label="几次" hint="开始了没交也算一次。" max={3} />
          {levels > 1 && (
            <ChoiceField
              control={control}
              name="each"
              label="各关一起算还是分开算"
              look="segment"
              options={[
                { value: 'contest', label: '一起算' },
                { value: 'level', label: '每关分开' },
              ]}
            />
          )}
        </>
      )}
    </RuleSheet>
  )
}

type Answering = {
  answering: Rules['answering']
  as: Rules['wrong']['as']
  cost: number | undefined
  revives: number | undefined
  readSeconds: number | undefined
}
const answerings = [
  { value: 'paper', label: '答完一起交卷' },
  { value: 'locked', label: '一题一锁' },
]
const mistakes = { counts: '不得分', ends: '答错即止', costs: '倒扣分' } as const
const mistakeOptions = (answering: Rules['answering']) =>
  (['counts', 'ends', 'costs'] as const)
    .filter((as) => as !== 'ends' || answering === 'locked')
    .map((value) => ({ value, label: mistakes[value] }))

/** How answers are given, and what a mistake does. */
export const AnsweringSheet = ({ rules: { answering, wrong, attempts }, onSave, onClose }: SheetProps) => {
  const form = useForm<Answering>({ defaultValues: { answering, ...wrong } })
  const { control } = form
  const [way, as, revives] = useWatch({ control, name: ['answering', 'as', 'revives'] })
  const save = (values: Answering) => {
    const [cost, back, seconds] = [values.as === 'costs' ? values.cost : 0, values.revives ?? 0, values.readSeconds]
    if (values.as === 'ends' && values.answering === 'paper')
      return form.setError('as', { message: '答错即止要配合一题一锁，请换一种' })
    if (!isWithin(cost, values.as === 'costs' ? 1 : 0, 100))
      return form.setError('cost', { message: '请填写 1 到 100' })
    if (!isWithin(back, 0, 10)) return form.setError('revives', { message: '请填写 0 到 10' })
    if (!isWithin(seconds, 5, 120)) return form.setError('readSeconds', { message: '请填写 5 到 120 秒' })
    onSave({ answering: values.answering, wrong: { as: values.as, cost, revives: back, readSeconds: seconds } })
  }
  return (
    <RuleSheet title="怎么答" form={form} onSave={save} onClose={onClose}>
      <ChoiceField
        control={control}
        name="answering"
        label="答题方式"
        look="segment"
        options={answerings}
        hint="一题一锁：选定就不能改，当场知道对错。"
      />
      <ChoiceField control={control} name="as" label="答错了" look="segment" options={mistakeOptions(way)} />
      {as === 'costs' && <TextField control={control} name="cost" kind="number" label="答错一题扣几分" max={3} />}
      {attempts.count !== null && (
        <TextField
          control={control}
          name="revives"
          kind="number"
          label="读完法条可以再得几次"
          hint="答错后读完那一条法条，多得一次机会；填 0 就是没有。"
          max={2}
        />
      )}
      {(revives ?? 0) > 0 && (
        <TextField control={control} name="readSeconds" kind="number" label="至少要读几秒" max={3} />
      )}
    </RuleSheet>
  )
}

type Points = { by: Rules['points']['by']; perRight: number | undefined; counted: string; onlyPerfect: string }
const yesNo = [
  { value: 'no', label: '都算' },
  { value: 'yes', label: '全对才算' },
]

/** What a paper is worth. */
export const PointsSheet = ({ rules: { points }, onSave, onClose }: SheetProps) => {
  const form = useForm<Points>({ defaultValues: { ...points, onlyPerfect: points.onlyPerfect ? 'yes' : 'no' } })
  const { control } = form
  const by = useWatch({ control, name: 'by' })
  const save = ({ perRight, counted, onlyPerfect, ...rest }: Points) => {
    if (!isWithin(perRight, 1, 100)) return form.setError('perRight', { message: '请填写 1 到 100' })
    const kept = counted === 'every' ? 'every' : 'best'
    onSave({ points: { by: rest.by, perRight, counted: kept, onlyPerfect: onlyPerfect === 'yes' } })
  }
  return (
    <RuleSheet title="怎么计分" form={form} onSave={save} onClose={onClose}>
      <ChoiceField
        control={control}
        name="by"
        label="一份卷多少分"
        look="segment"
        options={[
          { value: 'percent', label: '满分 100' },
          { value: 'right', label: '按答对题数' },
        ]}
      />
      {by === 'right' && <TextField control={control} name="perRight" kind="number" label="答对一题几分" max={3} />}
      <ChoiceField
        control={control}
        name="counted"
        label="答了几次，怎么算"
        look="segment"
        options={[
          { value: 'best', label: '取最好一次' },
          { value: 'every', label: '每次都累计' },
        ]}
      />
      <ChoiceField control={control} name="onlyPerfect" label="有错的卷算不算分" look="segment" options={yesNo} />
    </RuleSheet>
  )
}
