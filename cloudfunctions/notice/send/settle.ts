import type { TemplateKey } from 'types/notice'
import type { OutboxItem } from '../../kit/aggregate'
import type { LocalWork } from '../../kit/outbox'
import type { MessageDoc } from '../documents'
import { groupBy } from './group-by'
import { giveBackKind, settle, type GiveBack, type Result, type Settlement } from './message-store'
import { giveBack, setToNone, spend } from '../inbox/subscriber-store'

export const openidsOf = (messages: readonly Pick<MessageDoc, 'openid'>[]) =>
  messages.flatMap(({ openid }) => openid ?? [])

/** Books one step of the consents, for the messages of each claim and template. */
export const book = async (
  messages: readonly MessageDoc[],
  step: (template: TemplateKey, openids: readonly string[], claim: string) => Promise<unknown>,
) => {
  for (const group of groupBy(messages, ({ template, claim }) => `${template}\n${claim}`)) {
    const [first] = group
    if (first?.claim) await step(first.template, openidsOf(group), first.claim)
  }
}

/**
 * Writes down what became of messages. What is taken comes first: who dies in between leaves messages whose result is
 * not known, and those have spent theirs. What is given back comes after, from the outbox of the message itself.
 */
export const settleAll = async (results: readonly Result[]) => {
  const whose = (act: Settlement['act']) =>
    results.filter(({ settlement }) => settlement.act === act).map(({ message }) => message)
  const asked = results.flatMap(({ settlement }) => settlement.askedAt?.getTime() ?? [])
  // The earliest of them: who agreed in between keeps one too many at the most, and WeChat says so next time.
  const askedAt = new Date(Math.min(Date.now(), ...asked))
  await book(whose('settle-refused'), (...of) => setToNone(...of, askedAt))
  await book(whose('lose'), spend)
  await settle(results, new Date())
}

const isGiveBack = (item: OutboxItem) => item.kind === giveBackKind

/** Gives back the consents of messages that failed; the same again changes nothing. */
export const giveConsentsBack: LocalWork = async (items) => {
  const owed = items.filter(isGiveBack).map(({ payload }) => payload as GiveBack)
  for (const group of groupBy(owed, ({ template, claim }) => `${template}\n${claim}`)) {
    const [first] = group
    if (!first) continue
    await giveBack(
      first.template,
      group.map(({ openid }) => openid),
      first.claim,
    )
  }
}
