import type { Audience } from 'types/notice-audience'
import type { PushRules } from 'types/notice-rules'
import type { TemplateKey } from 'types/template-keys'
import type { Recipient } from '../audience/audience-store'
import { countLeftOut, listRecipients, toldLeftOut } from '../audience/recipients'
import type { SubscriberDoc } from '../documents'
import { hadOn, readStanding } from '../inbox/subscriber-store'

const step = 1000
/** A call may last 20 s; the phone waits as long. */
const budgetMs = 8_000

type Wanted = { audience: Audience; template: TemplateKey }
/** `leftOut`: who would get it and was left out by name, as far as it is told. */
export type Size = { recipients: number; reachable: number; capped: number; leftOut: number | null; isWhole: boolean }

/** Whether a person could get one of the template now. */
export const standingOf = (
  doc: SubscriberDoc | undefined,
  template: TemplateKey,
  { perPerson }: PushRules,
  at: Date,
) => {
  if ((doc?.left[template] ?? 0) <= 0) return 'without'
  return hadOn(doc, at) >= perPerson ? 'capped' : 'reachable'
}

/** Reads the audience by thousands, each shown to `look` on the way; what could not be counted in time is said. */
export const measure = async (
  { audience, template }: Wanted,
  rules: PushRules,
  at: Date,
  look: (recipients: readonly Recipient[]) => void,
): Promise<Size> => {
  const until = Date.now() + budgetMs
  const leftOut = toldLeftOut(audience, await countLeftOut({ audience, template }, at))
  const size = { recipients: 0, reachable: 0, capped: 0, leftOut }
  for (let after: string | null = ''; after !== null;) {
    if (Date.now() > until) return { ...size, isWhole: false }
    const page: Awaited<ReturnType<typeof listRecipients>> = await listRecipients(
      { audience, template },
      after,
      step,
      at,
    )
    look(page.recipients)
    const openids = page.recipients.map(({ openid }) => openid)
    const known = openids.length > 0 ? await readStanding(openids) : []
    const standings = known.map((doc) => standingOf(doc, template, rules, at))
    size.recipients += openids.length
    size.reachable += standings.filter((one) => one === 'reachable').length
    size.capped += standings.filter((one) => one === 'capped').length
    after = page.next
  }
  return { ...size, isWhole: true }
}

/** Recipients, counted no further than one above `most`, and no longer than there is time. */
export const countUpTo = async (wanted: Wanted, most: number, at: Date): Promise<number> => {
  const until = Date.now() + budgetMs
  let [count, after]: [number, string | null] = [0, '']
  while (after !== null && count <= most) {
    // Who takes so long to count is many.
    if (Date.now() > until) return most + 1
    const page: Awaited<ReturnType<typeof listRecipients>> = await listRecipients(wanted, after, step, at)
    count += page.recipients.length
    after = page.next
  }
  return count
}
