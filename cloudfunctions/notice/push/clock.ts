import { pushMachine } from 'types/notice-push'
import { move, type Acting } from '../../kit/aggregate'
import type { StoredGrant } from '../../kit/identity'
import { listHolders } from '../audience/audience-store'
import type { MessageDoc, PushDoc } from '../documents'
import { hadOn, readStanding } from '../inbox/subscriber-store'
import { rulesFor } from '../rules/rules-store'
import { countMessages, isUnfinished, listAfter, listQueued, requeue, settle } from '../send/message-store'
import { advanceRetry, endSweep, findSending, findToSweep, listUnderWay, pushes } from './push-store'
import { unlessActed } from './unless-acted'

const clock = (verb: string): Acting => ({ by: 'clock', name: '系统', actor: 'clock', verb })

const keeperOf = ({ keeperId, authorId }: PushDoc) => keeperId ?? authorId

const mayGoOn = ({ under }: PushDoc, grants: readonly StoredGrant[]) =>
  grants.some(({ role, nodeId }) => role === 'officer' && under.includes(nodeId))

/** Pushes stop whose officer has left: a colleague decides whether they go on. */
export const haltOrphans = async (now: Date) => {
  const underWay = await listUnderWay()
  const keepers = [...new Set(underWay.flatMap((push) => keeperOf(push) ?? []))]
  if (keepers.length === 0) return
  const people = new Map((await listHolders(keepers)).map(({ personId, grants }) => [personId, grants]))
  for (const push of underWay) {
    const keeper = keeperOf(push)
    if (keeper === undefined || mayGoOn(push, people.get(keeper) ?? [])) continue
    const step = {
      ...{ at: now, set: { note: '编写人已不在任，请本单位的同事决定继续还是取消' } },
      push: [{ to: 'local', kind: 'push-left', payload: { pushId: push._id } }],
    }
    await unlessActed(move(pushes, pushMachine, push, clock('负责人离任，推送暂停'), 'halt', push.version, step))
  }
}

const lot = 200
type Candidate = Pick<MessageDoc, '_id' | 'pushId' | 'openid' | 'template' | 'state' | 'again' | 'outboxAt'>

/** What may arrive now: it failed in a way that passes, or its reader has agreed since. */
const canSucceed = async (found: readonly Candidate[], push: PushDoc, now: Date): Promise<Candidate[]> => {
  const settled = found.filter(({ openid, outboxAt }) => openid !== null && outboxAt === null)
  const failed = settled.filter(({ state, again }) => state === 'failed' && again)
  const without = settled.filter(({ state }) => state === 'no-credit')
  const openids = [...failed, ...without].flatMap(({ openid }) => openid ?? [])
  if (openids.length === 0) return []
  const [known, rules] = await Promise.all([readStanding(openids), rulesFor(push.under)])
  const able = new Set(
    known
      .filter((doc) => (doc.left[push.template] ?? 0) > 0 && hadOn(doc, now) < rules.perPerson)
      .map(({ _id }) => _id),
  )
  return [...failed, ...without].filter(({ openid }) => openid !== null && able.has(openid))
}

/** Has the next messages of pushes that are to be tried again wait for the sender. @returns messages looked at */
export const requeueSome = async (now: Date): Promise<number> => {
  const push = (await findSending()).find(({ retryAfter }) => typeof retryAfter === 'string')
  if (!push) return 0
  const found = await listAfter(push._id, push.retryAfter ?? '', lot)
  await requeue(await canSucceed(found, push, now), now)
  await advanceRetry(push, found.length < lot ? null : (found.at(-1)?._id ?? null))
  return Math.max(1, found.length)
}

/** Calls off what still waits of pushes that were cancelled half way. @returns messages called off */
export const sweepCancelled = async (now: Date): Promise<number> => {
  const settlement = { act: 'call-off', reason: '推送已取消，没有再提醒' } as const
  for (const push of await findToSweep()) {
    const found = await listQueued(push._id, lot)
    await settle(
      found.map((message) => ({ message, settlement })),
      now,
    )
    if (found.length > 0) return found.length
    // What waits until its former result is counted comes with a later run.
    if (await isUnfinished(push._id)) continue
    await endSweep(push._id, push.laid ? push.total : await countMessages(push._id))
    return 1
  }
  return 0
}
