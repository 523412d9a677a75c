import type { NodeCore } from 'types/documents'
import type { LetterState } from 'types/hazard-letter'
import { command } from '../../kit/cloud'
import { collection, type Filter, type Patch } from '../../kit/collection'
import type { LetterDoc } from './letter'

export const letters = collection<LetterDoc>('hazard_letters')
const nodes = collection<NodeCore>('nodes')

type Page = { page: number; size: number }

const rowFields = [
  ...['hazardId', 'hazard', 'number', 'state', 'to', 'issuer', 'sent', 'replyDueAt'],
  ...['createdAt', 'version'],
]
const newestFirst = [
  ['createdAt', 'desc'],
  ['_id', 'desc'],
] as const

export const findLetter = (id: string) => letters.find(id)
export const createLetter = (doc: LetterDoc) => letters.insert(doc)

/** Letters of a subtree, newest first. */
export const pageOfLetters = (nodeId: string, state: LetterState | undefined, page: Page) =>
  letters.page({ under: nodeId, ...(state ? { state } : {}) }, { sort: newestFirst, ...page, fields: rowFields })

export const listOfHazard = (hazardId: string) =>
  letters.list({ hazardId }, { sort: newestFirst, limit: 20, fields: rowFields })

/** What a hazard's time line tells of its letters. */
export const listTold = (hazardId: string) =>
  letters.list(
    { hazardId },
    { sort: newestFirst, limit: 20, fields: ['number', 'sent', 'reply', 'refusal', 'referral'] },
  )

/** The latest number a union gave in a year, or undefined in a fresh year. */
export const findLastLetter = async (issuerId: string, year: string) => {
  const inYear = { numberKey: command.and(command.gte(`${issuerId}.${year}.`), command.lt(`${issuerId}.${year}/`)) }
  return (await letters.list(inYear, { sort: [['numberKey', 'desc']], limit: 1, fields: ['numberKey'] }))[0]
}

export const listToRemind = (now: Date, limit: number) =>
  letters.list({ clockAt: command.lte(now) }, { sort: [['clockAt', 'asc']], limit })

/** Changes what belongs to no move of the table. 0 where `still` no longer holds. */
export const patchLetter = (id: string, still: Filter, patch: Patch) => letters.update({ _id: id, ...still }, patch)

export const findNodeName = async (id: string) => (await nodes.find(id))?.name ?? null

/** Regulators that serve one of these unions. */
export const listRegulatorsOf = (unionIds: readonly string[]) =>
  nodes.list({ serves: command.in(unionIds) }, { fields: ['name', 'serves'] })
