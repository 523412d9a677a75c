import { copyOf, goalLabels, goalUnits, noGoals, type DriveForm, type DriveGoal } from 'types/drive-form'
import { findPattern, formOf } from 'types/drive-patterns'
import type { HolidayBook } from 'types/calendar'
import { hazardKindLabels } from 'types/hazard'
import { dayIn } from '@/lib/clock'

type StageValues = { name: string; from: string; to: string; due: string | undefined; words: string }

/** What the form holds; days are `YYYY-MM-DD`, a goal nobody has set is undefined. */
export type DriveValues = {
  theme: string
  slogan: string
  cover: string
  pattern: string | null
  from: string
  to: string
  monthly: boolean
  open: boolean
  kinds: string[]
  stages: StageValues[]
  goals: Record<DriveGoal, number | undefined>
}

export const goalKeys = Object.keys(goalLabels) as DriveGoal[]
export const goalLabel = (goal: DriveGoal) => `${goalLabels[goal]}（${goalUnits[goal]}）`
export const kindOptions = Object.entries(hazardKindLabels).map(([value, label]) => ({ value, label }))

const goalsOf = (goals: DriveForm['goals']): DriveValues['goals'] => {
  const { players, found, closed, activities, rate } = goals
  return {
    ...{ players: players ?? undefined, found: found ?? undefined, closed: closed ?? undefined },
    ...{ activities: activities ?? undefined, rate: rate ?? undefined },
  }
}

/** A drive's form as the page edits it. */
export const valuesOf = (form: DriveForm): DriveValues => ({
  ...form,
  ...{ slogan: form.slogan ?? '', goals: goalsOf(form.goals) },
  stages: form.stages.map((stage) => ({ ...stage, due: stage.due ?? undefined, words: stage.words ?? '' })),
})

/** Two weeks from tomorrow on, and nothing else decided. */
export const blankDrive = (): DriveValues =>
  valuesOf({
    ...{ theme: '', slogan: '', cover: 'flag', pattern: null, from: dayIn(1), to: dayIn(14) },
    ...{ monthly: false, open: true, stages: [], goals: noGoals, kinds: [] },
  })

/** A pattern's drive of a year; a blank one while the year's holidays are not known. */
export const patternValues = (code: string, year: number, book: HolidayBook): DriveValues => {
  const pattern = findPattern(code)
  const form = pattern ? formOf(pattern, year, book) : null
  return form ? valuesOf(form) : { ...blankDrive(), theme: pattern?.theme ?? '', slogan: pattern?.slogan ?? '' }
}

/** A former drive a year on: the year in its name follows. */
export const copiedValues = (form: DriveForm): DriveValues => {
  const theme = form.theme.replace(/20\d\d/, (year) => String(Number(year) + 1))
  return valuesOf({ ...copyOf(form, 1), theme })
}

/** Where a new stage begins: the day after the last one. */
export const nextStage = ({ from, to, stages }: Pick<DriveValues, 'from' | 'to' | 'stages'>): StageValues => {
  const last = stages.at(-1)
  return { name: '', from: last?.to ?? from, to, due: undefined, words: '' }
}

/** As the contract takes it; a goal of nothing is none. */
export const toDrive = (values: DriveValues): DriveForm => ({
  ...values,
  ...{ cover: values.cover as DriveForm['cover'], kinds: values.kinds as DriveForm['kinds'] },
  goals: Object.fromEntries(goalKeys.map((goal) => [goal, values.goals[goal] ?? null])) as DriveForm['goals'],
  stages: values.stages.map(({ due, ...stage }) => ({ ...stage, due: due ?? null })),
})
