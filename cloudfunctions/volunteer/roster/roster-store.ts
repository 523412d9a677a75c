import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { ApplicationDoc } from '../documents'
import type { RosterDoc, RosterRowDoc } from './roster'

export const rosters = collection<RosterDoc>('rosters')
const rows = collection<RosterRowDoc>('roster_rows')
const applications = collection<ApplicationDoc>('applications')
const files = collection<{ _id: string; fileId: string; at: Date }>('roster_files')

export const findRoster = (id: string) => rosters.find(id)
/** false where this version stands already. */
export const createRoster = (doc: RosterDoc) => rosters.insert(doc)

/** The regulator's latest version, or null. */
export const findLatest = async (regulatorId: string): Promise<RosterDoc | null> =>
  (await rosters.list({ 'regulator.id': regulatorId }, { sort: [['no', 'desc']], limit: 1 }))[0] ?? null

/** Versions of rosters that concern a node, latest first. */
export const pageRosters = (nodeId: string, page: number, size: number) =>
  rosters.page(
    { under: nodeId },
    {
      sort: [
        ['createdAt', 'desc'],
        ['_id', 'desc'],
      ],
      page,
      size,
    },
  )

const perTrip = 200

const readAll = async <Doc>(read: (page: number) => Promise<{ items: Doc[]; more: boolean }>, most: number) => {
  const all: Doc[] = []
  for (let page = 1; all.length <= most; page++) {
    const { items, more } = await read(page)
    all.push(...items)
    if (!more) break
  }
  return all
}

const neededOfApplication = [
  ...['personal.name', 'personal.sex', 'personal.unit', 'personal.post', 'personal.idCard.mask', 'personal.phone.mask'],
  ...['specialties', 'unionOpinion.words', 'regulatorOpinion.words', 'team', 'idMark', 'enrolledAt', 'state'],
]

/** Everybody this regulator has agreed to who is still a volunteer, in the order of enrolment; one more than `most` at most. */
export const listEnrolledBy = (regulatorId: string, most: number) =>
  readAll(
    (page) =>
      applications.page(
        { 'regulator.id': regulatorId, state: 'enrolled' },
        {
          sort: [
            ['enrolledAt', 'asc'],
            ['_id', 'asc'],
          ],
          ...{ page, size: perTrip, fields: neededOfApplication },
        },
      ),
    most,
  )

const inOrder = [
  ['no', 'asc'],
  ['_id', 'asc'],
] as const

export const pageRows = (list: string, page: number, size: number) => rows.page({ list }, { sort: inOrder, page, size })
/** All rows of a version in order. */
export const listRows = (list: string, most: number) => readAll((page) => pageRows(list, page, perTrip), most)

export const putRows = async (docs: readonly RosterRowDoc[]): Promise<void> => {
  for (let start = 0; start < docs.length; start += perTrip) await rows.putNew(docs.slice(start, start + perTrip))
}

/** His rows hold nobody any more; the version still checks. */
export const forgetRosterRows = (applicationId: string) => rows.update({ applicationId }, { person: null, salt: null })

/** Rows of a few applications in a version before: for those who left. */
export const listRowsOf = (list: string, applicationIds: readonly string[]) =>
  rows.list({ list, applicationId: command.in(applicationIds) }, { limit: 1000 })

/** Where somebody stands on a confirmed version. */
export const noteRostered = (applicationId: string, rostered: ApplicationDoc['rostered']) =>
  applications.update({ _id: applicationId }, { rostered })

export const noteFile = (doc: { _id: string; fileId: string; at: Date }) => files.insert(doc)
export const listOldFiles = (before: Date) => files.list({ at: command.lte(before) }, { limit: 50 })
export const forgetFiles = (ids: readonly string[]) => files.remove({ _id: command.in(ids) })
