import type { TemplateKey } from 'types/notice'
import type { MessageDoc } from '../documents'
import { settle, type Settlement } from './message-store'
import { giveBack, setToNone, spend } from '../inbox/subscriber-store'

export type Result = { message: MessageDoc; settlement: Settlement }

export const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): T[][] => {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return [...groups.values()]
}

export const openidsOf = (messages: readonly MessageDoc[]) => messages.flatMap(({ openid }) => openid ?? [])

/** Books one step of the consents, for the messages of each claim and template. */
export const book = async (
  messages: readonly MessageDoc[],
  step: (template: TemplateKey, openids: readonly string[], claim: string) => Promise<number>,
) => {
  for (const group of groupBy(messages, ({ template, claim }) => `${template}\n${claim}`)) {
    const [first] = group
    if (first?.claim) await step(first.template, openidsOf(group), first.claim)
  }
}

/**
 * Writes down what became of messages, one trip for all with the same result. The consents come first: who dies in
 * between leaves messages whose result is not known, and those have spent theirs.
 */
export const settleAll = async (results: readonly Result[]) => {
  const now = new Date()
  const whose = (act: Settlement['act']) =>
    results.filter(({ settlement }) => settlement.act === act).map(({ message }) => message)
  await book(whose('settle-refused'), setToNone)
  await book(whose('settle-failed'), giveBack)
  await book(whose('lose'), spend)
  const keyOf = ({ message, settlement }: Result) => [message.pushId, settlement.act, settlement.reason].join('\n')
  for (const group of groupBy(results, keyOf)) {
    const [first] = group
    const ids = group.map(({ message }) => message._id)
    if (first) await settle(ids, first.message.pushId, first.settlement, now)
  }
}
