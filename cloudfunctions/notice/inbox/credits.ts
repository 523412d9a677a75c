import { ConsentPlace } from 'types/consent-places'
import { messageTemplates } from 'types/message-templates'
import type { creditEntries } from 'types/notice-credits'
import type { TemplateKey } from 'types/template-keys'
import { readCounters } from '../../kit/counters'
import type { Handler } from '../../kit/serve'
import { listReach } from '../audience/audience-store'
import type { NodeDoc, SubscriberDoc } from '../documents'
import { pagePushes } from '../push/push-store'
import { headlineOf } from '../push/views'
import { listLedger } from './subscriber-store'

const step = 1000
const budgetMs = 8_000

type Sum = { reachable: number; left: number; spent: number; earned: Map<string, number> }
type Ledger = Pick<SubscriberDoc, 'left' | 'earned' | 'spent'>

const addTo = (sum: Sum, { left, earned, spent }: Ledger, key: TemplateKey) => {
  const own = Math.max(0, left[key] ?? 0)
  sum.left += own
  sum.reachable += own > 0 ? 1 : 0
  sum.spent += Math.max(0, spent?.[key] ?? 0)
  for (const [place, count] of Object.entries(earned?.[key] ?? {}))
    sum.earned.set(place, (sum.earned.get(place) ?? 0) + count)
}

/** Reads everybody who can be reached through the node by thousands, as far as there is time. */
const walk = async (nodeId: string) => {
  const until = Date.now() + budgetMs
  const sums = new Map<TemplateKey, Sum>()
  for (const { key } of Object.values(messageTemplates))
    sums.set(key, { reachable: 0, left: 0, spent: 0, earned: new Map() })
  let people = 0
  for (let after = ''; ;) {
    if (Date.now() > until) return { sums, people, isWhole: false }
    const found = await listReach({ nodeId, who: 'everyone' }, after, step)
    const openids = found.map(({ openid }) => openid)
    const ledger = openids.length > 0 ? await listLedger(openids) : []
    for (const doc of ledger) for (const [key, sum] of sums) addTo(sum, doc, key)
    people += found.length
    if (found.length < step) return { sums, people, isWhole: true }
    after = openids.at(-1) ?? ''
  }
}

const placeOf = (place: string) => ConsentPlace.safeParse(place).data ?? null

const latestSpent = async (nodeId: string) => {
  const { items } = await pagePushes(nodeId, 1, 10)
  const counted = await readCounters(
    'notice',
    items.map(({ _id }) => `push.${_id}`),
  )
  return items.flatMap((push) => {
    const values = counted.get(`push.${push._id}`)
    const sent = (values?.sent ?? 0) + (values?.unknown ?? 0)
    return sent > 0 ? [{ pushId: push._id, headline: headlineOf(push), at: push.createdAt, sent }] : []
  })
}

/** Who of the node can still be reached by WeChat, where that was earned and what it was spent on. */
export const credits: Handler<(typeof creditEntries)['credits'], NodeDoc> = async (_input, { subject: node }) => {
  const [{ sums, people, isWhole }, spent] = await Promise.all([walk(node._id), latestSpent(node._id)])
  const templates = [...sums].map(([key, { earned, ...sum }]) => ({
    ...{ key, title: messageTemplates[key].title, ...sum },
    earned: [...earned]
      .map(([place, count]) => ({ place: placeOf(place), count }))
      .sort((one, other) => other.count - one.count),
  }))
  return { people, isWhole, templates, spent }
}
