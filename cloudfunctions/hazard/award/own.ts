import { AppError } from 'types/app-error'
import { formatDate } from 'types/calendar'
import { publicNameLabels, type PublicName } from 'types/hazard-award-own'
import type { awardEntries } from 'types/hazard-award-public'
import { record } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import type { Handler } from '../../kit/serve'
import type { HazardDoc } from '../hazard'
import { hazards } from '../hazard-store'
import type { Line } from '../ledger/timeline'
import type { Followed } from '../subjects'
import { claimCodeOf } from './claim-code'

type Own = { id: string; identity: HazardDoc['identity']; owner: string | null }

const nameOf = (doc: HazardDoc, { id, identity, owner }: Own): PublicName | null => {
  if (identity !== 'named' || !owner) return null
  return (doc.callable ?? []).includes(id) ? 'surname' : 'code'
}

const linesOf = ({ title, announcedAt, objectUntil, finalAt, handedAt, where, until, reward }: Note): Line[] => [
  { at: announcedAt, title: '列入奖励公示', detail: `${title}，公示到${formatDate(objectUntil)}`, tone: 'done' },
  ...(finalAt
    ? [{ at: finalAt, title: `获得奖励：${reward}`, detail: `${until}前到${where}领取`, tone: 'done' as const }]
    : []),
  ...(handedAt ? [{ at: handedAt, title: '奖励已领取', tone: 'done' as const }] : []),
]
type Note = NonNullable<NonNullable<HazardDoc['awards']>[string]>

/** What one of those who reported a hazard sees of his own reward, and how he wants to be called. */
export const ownAward = (doc: HazardDoc, own: Own) => {
  const note = doc.awards?.[own.id] ?? null
  const code = note && note.stage === 'final' ? claimCodeOf(note.id, own.id) : null
  return { award: note && { ...note, code }, publicName: nameOf(doc, own) }
}

/** His time line with what became of the reward. */
export const withAward = <T extends { timeline: Line[] }>(doc: HazardDoc, of: string, view: T): T => {
  const note = doc.awards?.[of]
  if (!note) return view
  const [past, ahead] = [true, false].map((isPast) => view.timeline.filter(({ tone }) => (tone !== 'next') === isPast))
  const known = [...(past ?? []), ...linesOf(note)].sort((left, right) => left.at.getTime() - right.at.getTime())
  return { ...view, timeline: [...known, ...(ahead ?? [])] }
}

const ownOf = ({ doc, openid }: Followed): Own | null => {
  if (doc.owner === openid) return { ...doc, id: doc._id }
  const joiner = doc.joiners.find(({ owner }) => owner === openid)
  return joiner ? { ...joiner, id: joiner._id } : null
}

/**
 * How a list of rewards may call who gave his name; by the end of his report's number alone until he says otherwise.
 * @throws AppError NOT_ALLOWED_NOW for who asked to stay unknown
 */
export const namePublicly: Handler<(typeof awardEntries)['namePublicly'], Followed> = async (
  { name },
  { subject, now, acting },
) => {
  const { doc } = subject
  const own = ownOf(subject)
  const before = own && nameOf(doc, own)
  if (!own || !before)
    throw new AppError('NOT_ALLOWED_NOW', { message: '您上报时要求保密，公示只写线索编号，不用选。' })
  if (before === name) return { id: doc._id, state: doc.state, version: doc.version }
  const callable = name === 'surname'
  const awardId = doc.awards?.[own.id]?.id
  // The trail says how, never who: of several who reported one hazard it does not tell which.
  return record(hazards, doc, acting('reporter', { by: 'reporter', name: '上报人' }), 'name-publicly', {
    at: now,
    data: { name: publicNameLabels[name] },
    set: { callable: callable ? command.addToSet(own.id) : command.pull(own.id) },
    push: awardId
      ? [{ to: 'local', kind: 'award-name', payload: { awardId, hazardId: doc._id, of: own.id, callable } }]
      : [],
  })
}
