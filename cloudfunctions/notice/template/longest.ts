import { overLength } from 'types/fit-wording'
import type { Recipient } from '../audience/audience-store'
import { fieldsFor, isPersonal, type Worded } from './fill'

type Filled = ReturnType<typeof fieldsFor>
type Shown = { who: string; fields: { name: string; value: string }[] }
/** What is too long of a field: for how many, and the worst of them. */
type TooLong = { key: string; name: string; people: number; who: string; value: string; over: number }

const whoOf = ({ name, unit }: Recipient) => [name ?? '未留姓名', ...(unit ? [unit] : [])].join('，')
const lengthOf = (fields: Filled) => fields.reduce((sum, { value }) => sum + [...value].length, 0)
const shown = (to: Recipient, fields: Filled): Shown => ({
  who: whoOf(to),
  fields: fields.map(({ name, value }) => ({ name, value })),
})

/**
 * Looks at everybody a message is meant for while they are counted: whose name or unit makes a field too long, whose was
 * shortened, and three of them to show.
 */
export const openGauge = (said: Worded) => {
  const worst = new Map<string, TooLong>()
  const samples: { first?: Shown; longest?: Shown; unitless?: Shown } = {}
  let [longest, fitted] = [0, 0]
  const personal = isPersonal(said)

  const noteProblems = (to: Recipient, fields: Filled) => {
    for (const { key, name, value, problem } of fields) {
      if (!problem) continue
      const before = worst.get(key)
      const over = overLength(key, value)
      const people = (before?.people ?? 0) + 1
      if (before && before.over >= over) worst.set(key, { ...before, people })
      else worst.set(key, { key, name, people, who: whoOf(to), value, over })
    }
  }
  const noteSamples = (to: Recipient, fields: Filled) => {
    samples.first ??= shown(to, fields)
    if (!to.unit) samples.unitless ??= shown(to, fields)
    const length = lengthOf(fields)
    if (length <= longest) return
    longest = length
    samples.longest = shown(to, fields)
  }
  const look = (to: Recipient) => {
    const fields = fieldsFor(said, to)
    if (fields.some((field) => field.fitted)) fitted += 1
    noteProblems(to, fields)
    noteSamples(to, fields)
  }
  return {
    add: (recipients: readonly Recipient[]) => {
      if (personal) recipients.forEach(look)
    },
    /** Nothing is in it where the message reads the same to everybody. */
    read: () => ({ tooLong: [...worst.values()], fitted, samples }),
  }
}
