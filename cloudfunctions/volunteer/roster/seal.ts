import { randomBytes } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { AppError } from 'types/app-error'
import { dueAfterWorkingDays } from 'types/calendar'
import { canonicalJson, chainStart } from 'types/chain'
import { bookOf, shippedHolidays } from 'types/holidays'
import { deriveId } from 'types/ids'
import { sha256Hex } from 'types/sha256'
import { applicationMachine } from 'types/volunteer'
import { mostRosterRows, type rosterEntries } from 'types/volunteer-roster'
import { born } from '../../kit/aggregate'
import { newRequestId } from '../../kit/request-id'
import type { Handler } from '../../kit/serve'
import { listApplications } from '../application-store'
import type { ApplicationDoc } from '../documents'
import { tellOfficersOf } from '../messages'
import { findNode, type NodeDoc } from '../node-store'
import { createRoster, findLatest, findRoster, listEnrolledBy, listRows, putRows } from './roster-store'
import type { Gone, RosterDoc, RosterPerson, RosterRowDoc } from './roster'
import { toHead } from './views'

/** Working days in which the union says that it has a version. */
const confirmDays = 3

const personIn = (doc: ApplicationDoc): RosterPerson | null =>
  doc.personal && {
    ...{ name: doc.personal.name, sex: doc.personal.sex, unit: doc.personal.unit, post: doc.personal.post },
    ...{ idCard: doc.personal.idCard.mask, idMark: doc.idMark, phone: doc.personal.phone.mask },
    specialties: doc.specialties,
    ...{ unionOpinion: doc.unionOpinion?.words ?? '', regulatorOpinion: doc.regulatorOpinion?.words ?? '' },
    team: doc.team?.name ?? '',
  }

/** Hash of a row: salted, so that what was erased cannot be guessed from what stays. */
export const digestOf = ({ no, applicationId, person, salt, enrolledAt }: Omit<RosterRowDoc, 'digest'>) =>
  sha256Hex(canonicalJson({ no, applicationId, person, salt, enrolledAt }))

/** Hash of a version: over the version before and its own rows in order. */
export const hashOf = (previous: string, digests: readonly string[]) => sha256Hex([previous, ...digests].join('\n'))

const changeOf = (person: RosterPerson | null, before: RosterRowDoc | undefined): RosterRowDoc['change'] => {
  if (!before) return 'joined'
  return isDeepStrictEqual(person, before.person) ? 'same' : 'changed'
}

const whyGone = (doc: ApplicationDoc | undefined) =>
  doc && doc.state !== 'enrolled' ? applicationMachine.states[doc.state].label : '已转出'

const goneOf = async (before: readonly RosterRowDoc[], here: ReadonlySet<string>): Promise<Gone[]> => {
  const gone = before.filter(({ applicationId }) => !here.has(applicationId))
  const docs = new Map((await listApplications(gone.map((row) => row.applicationId))).map((doc) => [doc._id, doc]))
  return gone.map(({ applicationId, no }) => ({ applicationId, no, why: whyGone(docs.get(applicationId)) }))
}

/** What the next version would hold, beside the one before it. */
export const composeVersion = async (regulatorId: string, list: string) => {
  const [docs, latest] = await Promise.all([listEnrolledBy(regulatorId, mostRosterRows), findLatest(regulatorId)])
  const before = latest ? await listRows(latest.list, mostRosterRows) : []
  const known = new Map(before.map((row) => [row.applicationId, row]))
  const rows = docs.map((doc, index): RosterRowDoc => {
    const person = personIn(doc)
    const change = changeOf(person, known.get(doc._id))
    const salt = randomBytes(16).toString('base64url')
    const row = { list, no: index + 1, applicationId: doc._id, person, salt, change }
    const filled = { ...row, _id: deriveId('roster-row', list, doc._id), enrolledAt: doc.enrolledAt ?? doc.updatedAt }
    return { ...filled, digest: digestOf(filled) }
  })
  const gone = await goneOf(before, new Set(docs.map(({ _id }) => _id)))
  const count = (change: RosterRowDoc['change']) => rows.filter((row) => row.change === change).length
  return { latest, rows, gone, joined: count('joined'), changed: count('changed') }
}

type Version = Awaited<ReturnType<typeof composeVersion>>

const check = ({ latest, rows, gone, joined, changed }: Version) => {
  if (rows.length > mostRosterRows)
    throw new AppError('TOO_LARGE', { message: `一份名册最多 ${mostRosterRows} 人，请按下级单位分开审核。` })
  if (!latest && rows.length === 0)
    throw new AppError('NOT_ALLOWED_NOW', { message: '还没有审核通过的志愿者，暂不用填写名册。' })
  if (latest && joined + changed + gone.length === 0)
    throw new AppError('NOT_ALLOWED_NOW', { message: `名册和第 ${latest.no} 版一样，没有变化，不用再封存。` })
}

const unionOf = async ({ serves }: NodeDoc): Promise<NodeDoc> => {
  const union = serves ? await findNode(serves) : null
  if (!union) throw new AppError('NOT_ALLOWED_NOW', { message: '本单位还没有对应的工会，请先在组织里登记。' })
  return union
}

const answer = (doc: RosterDoc, personId: string) => {
  if (doc.sealed.personId !== personId) throw new AppError('ALREADY_EXISTS')
  return toHead(doc, [])
}

/**
 * Seals the next version and so returns it to the union. The rows are written first, under a mark of this very try; the
 * version, which names the mark, last: whoever dies before leaves rows nobody knows of.
 */
export const sealRoster: Handler<typeof rosterEntries.sealRoster, NodeDoc> = async (
  { _id },
  { subject: node, caller, grant, now, acting },
) => {
  const there = await findRoster(_id)
  if (there) return answer(there, caller.personId)
  const union = await unionOf(node)
  const list = newRequestId()
  const version = await composeVersion(node._id, list)
  check(version)
  const { latest, rows, gone, joined, changed } = version
  await putRows(rows)
  const no = (latest?.no ?? 0) + 1
  const hash = hashOf(
    latest?.hash ?? chainStart,
    rows.map(({ digest }) => digest),
  )
  const under = [...union.under, ...node.under]
  const data = { no, rows: rows.length, joined, changed, left: gone.length, hash }
  const words = `${node.name}反馈了第 ${no} 版名册，共 ${rows.length} 人`
  const by = dueAfterWorkingDays(now, confirmDays, bookOf(shippedHolidays))
  const page = `packages/corps/roster-version?id=${_id}`
  const cause = { trigger: 'roster-confirm' } as const
  const push = await tellOfficersOf(union.under, {
    title: '志愿者名册请确认',
    unit: union.name,
    words,
    by,
    page,
    cause,
  })
  const subject = `${union.name}志愿者名册第 ${no} 版`
  const doc: RosterDoc = {
    ...born(acting('regulator'), { _id, state: 'sealed', under, subject, at: now, data, push }),
    ...{ regulator: { id: node._id, name: node.name }, union: { id: union._id, name: union.name }, no, list },
    ...{ rows: rows.length, joined, changed, gone, hash, previous: latest && { id: latest._id, hash: latest.hash } },
    sealed: { personId: caller.personId, name: caller.name ?? '', unit: grant?.nodeName ?? node.name, at: now },
    ...{ confirmed: null, question: null, copies: [] },
  }
  if (await createRoster(doc)) return toHead(doc, [])
  const same = await findRoster(_id)
  if (same) return answer(same, caller.personId)
  throw new AppError('CONFLICT', { message: '刚刚有人封存了新的一版名册，请刷新后查看。' })
}
