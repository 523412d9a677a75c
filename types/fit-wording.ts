import { checkField, fieldKind } from './message-fields'
import { fillWording, personalIn, type Known } from './placeholders'
import { clip, codePoints } from './text'
import * as z from './zod'

/** What is done where somebody's name or unit makes a field too long: shorten it, or say it without. */
export const LongRule = z.enum(['shorten', 'leave-out'])
export type LongRule = z.output<typeof LongRule>
export const longRuleLabels: Record<LongRule, { label: string; detail: string }> = {
  shorten: { label: '自动缩短', detail: '先去掉“有限责任公司”等字样，还长就只留开头，末尾加“…”' },
  'leave-out': { label: '这些人不写', detail: '太长的人按没有填写处理，例如“您的单位”' },
}

export type Filled = { value: string; problem: string | null; fitted: boolean }

const legalForms = /(股份有限公司|有限责任公司|有限公司|集团公司|总公司|公司)$/
const regions = /^.{2,12}?(自治区|自治州|[省市区县盟旗])(?=.{4})/u

/** A unit's name without its legal form, then without its region: what people call it. */
export const shortUnit = (name: string): string[] => {
  const bare = name.replace(legalForms, '')
  const local = bare.replace(regions, '')
  return [bare, local].filter((candidate) => codePoints(candidate) >= 2)
}

const shorter = (value: string): string[] => {
  const names = [value, ...shortUnit(value)]
  const last = names.at(-1) ?? value
  const clipped = Array.from({ length: Math.max(0, codePoints(last) - 2) }, (_, cut) =>
    clip(last, codePoints(last) - 1 - cut),
  )
  return [...names.slice(1), ...clipped]
}

/** Ways to fill it that may be short enough, the best first. */
const waysOf = (text: string, known: Known, rule: LongRule): Known[] =>
  personalIn(text).flatMap((key, index, keys) => {
    const before = Object.fromEntries(keys.slice(0, index).map((other) => [other, '']))
    const base = { ...known, ...before }
    if (rule === 'leave-out') return [{ ...base, [key]: '' }]
    return shorter(known[key] ?? '').map((value) => ({ ...base, [key]: value }))
  })

/**
 * One field of a message for one recipient, as WeChat takes it.
 * @param key WeChat's key, `thing1`
 * @param rule what to do with what is too long; without one it is a problem
 * @returns the value, the sentence of `checkField` where it cannot be sent, and whether the rule was needed
 */
export const fitWording = (key: string, text: string, known: Known, rule?: LongRule | null): Filled => {
  const value = fillWording(text, known).trim()
  const problem = checkField(key, value)
  if (!problem || !rule) return { value, problem, fitted: false }
  for (const way of waysOf(text, known, rule)) {
    const fitted = fillWording(text, way).trim()
    if (!checkField(key, fitted)) return { value: fitted, problem: null, fitted: true }
  }
  return { value, problem, fitted: false }
}

const mostThing = 20

/** By how many characters a value is too long for its field; 0 where length is not what is wrong. */
export const overLength = (key: string, value: string): number =>
  fieldKind(key) === 'thing' ? Math.max(0, codePoints(value) - mostThing) : 0
