import { useForm } from 'react-hook-form'
import type { Rules } from 'types/quiz-rules'
import { CheckboxField } from '@/components/checkbox-field'
import { ChoiceField } from '@/components/choice-field'
import { TextField } from '@/components/text-field'
import type { SheetProps } from './contest-rules'
import { identityWords, personRankWords, tieWords, unitRankWords } from './contest-words'
import { isWithin } from './is-within'
import { RuleSheet } from './rule-sheet'

const optionsOf = <K extends string>(words: Readonly<Record<K, string>>) =>
  (Object.keys(words) as K[]).map((value) => ({ value, label: words[value] }))

type Chances = {
  perRight: number | undefined
  atLeast: number | undefined
  perCards: boolean
  perPeriod: boolean
  period: Rules['period']
}
const periods = [
  { value: 'contest', label: '抽一次' },
  { value: 'month', label: '每月抽' },
  { value: 'week', label: '每周抽' },
]

/** What earns a chance in the draw. */
export const ChancesSheet = ({ rules: { chances, period, cards }, onSave, onClose }: SheetProps) => {
  const { perRight, atLeast } = chances
  const form = useForm<Chances>({
    defaultValues: { ...chances, perRight: perRight ?? undefined, atLeast: atLeast ?? undefined, period },
  })
  const { control } = form
  const save = (values: Chances) => {
    for (const name of ['perRight', 'atLeast'] as const)
      if (values[name] !== undefined && !isWithin(values[name], 1, 100))
        return form.setError(name, { message: '请填写 1 到 100，或者空着' })
    const kept = { perRight: values.perRight ?? null, atLeast: values.atLeast ?? null }
    onSave({ chances: { ...kept, perCards: values.perCards, perPeriod: values.perPeriod }, period: values.period })
  }
  return (
    <RuleSheet title="抽奖机会" form={form} onSave={save} onClose={onClose}>
      <ChoiceField
        control={control}
        name="period"
        label="多久抽一次"
        look="segment"
        options={periods}
        hint="机会算在开始答题那一天所在的周或月。"
      />
      <TextField
        control={control}
        name="perRight"
        kind="number"
        label="一份卷每答对几题得一次"
        placeholder="空着就不按题数给"
        optional
        max={3}
      />
      <TextField
        control={control}
        name="atLeast"
        kind="number"
        label="一份卷满几分得一次"
        placeholder="空着就不按分数给"
        optional
        max={3}
      />
      <CheckboxField control={control} name="perPeriod">
        答过题就有一次（每周、每月或整个活动一次）
      </CheckboxField>
      {cards.length > 0 && (
        <CheckboxField control={control} name="perCards">
          {`集齐“${cards.join('')}”得一次`}
        </CheckboxField>
      )}
    </RuleSheet>
  )
}

/** What a player has to tell before his papers count. */
export const IdentitySheet = ({ rules: { identity }, onSave, onClose }: SheetProps) => {
  const form = useForm<Pick<Rules, 'identity'>>({ defaultValues: { identity } })
  return (
    <RuleSheet title="要填什么" form={form} onSave={onSave} onClose={onClose}>
      <ChoiceField
        control={form.control}
        name="identity"
        label="算进排名和抽奖之前"
        options={optionsOf(identityWords)}
        hint="不收身份证号：领奖时看证件原件就够了，系统里不留。"
      />
    </RuleSheet>
  )
}

/** Who stands before whom. */
export const RankingSheet = ({ rules: { ranking }, onSave, onClose }: SheetProps) => {
  const form = useForm<Rules['ranking']>({ defaultValues: ranking })
  const { control } = form
  return (
    <RuleSheet title="怎么排名" form={form} onSave={(ranking) => onSave({ ranking })} onClose={onClose}>
      <ChoiceField control={control} name="persons" label="个人" options={optionsOf(personRankWords)} />
      <ChoiceField control={control} name="ties" label="分数一样" options={optionsOf(tieWords)} />
      <ChoiceField control={control} name="units" label="单位和地区" options={optionsOf(unitRankWords)} />
      <CheckboxField control={control} name="onlyScorers">
        单位和地区的参与人数只算有分的人
      </CheckboxField>
    </RuleSheet>
  )
}
