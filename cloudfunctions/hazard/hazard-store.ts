import { command } from '../kit/cloud'
import { collection, type Filter, type Patch } from '../kit/collection'
import type { HazardDoc } from './hazard'

export const hazards = collection<HazardDoc>('hazards')

type Page = { page: number; size: number }

const newestFirst = [
  ['createdAt', 'desc'],
  ['_id', 'desc'],
] as const
const urgentFirst = [['urgent', 'desc'], ...newestFirst] as const
const rowFields = [
  ...['code', 'serial', 'state', 'kind', 'grade', 'words', 'place', 'enterprise', 'photos'],
  ...['owner', 'createdAt', 'dueAt', 'overdue', 'danger', 'joins', 'version'],
  ...['listing', 'record', 'level', 'source'],
]

export const findHazard = (id: string) => hazards.find(id)

/** A page of a ledger, dangers to life first, then the newest: `where` is of ledger/ledger-filter. */
export const pageOfLedger = (where: Filter, page: Page) =>
  hazards.page(where, { sort: urgentFirst, ...page, fields: rowFields })

/** The same by deadline, the earliest first. */
export const pageByDeadline = (where: Filter, page: Page) =>
  hazards.page(
    { ...where, dueAt: command.gt(new Date(0)) },
    {
      sort: [
        ['dueAt', 'asc'],
        ['_id', 'asc'],
      ],
      ...page,
      fields: rowFields,
    },
  )

/** What a person reported or joined. */
export const pageOfFollower = (openid: string, page: Page) =>
  hazards.page({ followers: openid }, { sort: newestFirst, ...page, fields: rowFields })

/** What the fixers of these enterprises work on: to do first, the most urgent on top. */
export const pageOfFixer = (enterpriseIds: readonly string[], page: Page) =>
  hazards.page(
    { fixingFor: enterpriseIds.length === 1 ? enterpriseIds[0] : command.in(enterpriseIds) },
    {
      sort: [
        ['fixRank', 'asc'],
        ['dueAt', 'asc'],
        ['_id', 'asc'],
      ],
      ...page,
      fields: rowFields,
    },
  )

export const listOfFollower = (openid: string) => hazards.list({ followers: openid })

/** The highest number given in a year, or undefined in a fresh year. */
export const findLastNumbered = async (year: string) => {
  const inYear = { serialKey: command.and(command.gte(`${year}.`), command.lt(`${year}/`)) }
  const sort = [['serialKey', 'desc']] as const
  return (await hazards.list(inYear, { sort, limit: 1, fields: ['serial', 'serialKey'] }))[0]
}

/** What stands at this state past its deadline and is not marked yet. */
export const listNewlyOverdue = (state: 'assigned' | 'fixing', now: Date, limit: number) =>
  hazards.list({ state, overdue: false, dueAt: command.lt(now) }, { sort: [['dueAt', 'asc']], limit })

/** Whose enterprise should have said by now how far it is. */
export const listSilent = (now: Date, limit: number) =>
  hazards.list({ progressDueAt: command.lt(now) }, { sort: [['progressDueAt', 'asc']], limit })

/** Closed a month ago and not looked at again. */
export const listToLookAgain = (now: Date, limit: number) =>
  hazards.list({ recheckAt: command.lt(now) }, { sort: [['recheckAt', 'asc']], limit })

export const listForClock = (now: Date, limit: number) =>
  hazards.list({ clockAt: command.lte(now) }, { sort: [['clockAt', 'asc']], limit })

export const findByTrace = async (trace: string) => (await hazards.list({ traces: trace }, { limit: 1 }))[0]

/** Changes what belongs to no move of the table: no version, no event. 0 where `still` no longer holds. */
export const patchHazard = (id: string, still: Filter, patch: Patch) => hazards.update({ _id: id, ...still }, patch)

/** Takes messages to this person out of the outbox before they are carried out. */
export const withdraw = (id: string, openid: string) =>
  hazards.update({ _id: id }, { outbox: command.pull({ 'payload.openid': openid }) })

/** What is being fixed and lies with this person, of one enterprise or of any: its officers are told that he is gone. */
export const tellFixerGone = (openid: string, enterpriseId: string | null, now: Date) =>
  hazards.update(
    {
      'fixer.openid': openid,
      state: command.in(['assigned', 'fixing']),
      ...(enterpriseId && { fixingFor: enterpriseId }),
    },
    { tell: 'fixerGone', clockAt: now },
  )

/** Whom it was handed to is nobody any more: messages still waiting for him are withdrawn. */
export const forgetFixer = (openid: string) =>
  hazards.update({ 'fixer.openid': openid }, { fixer: null, outbox: command.pull({ 'payload.openid': openid }) })

export const forgetAnswerer = (openid: string) => hazards.update({ 'answer.openid': openid }, { 'answer.openid': null })
