import type * as z from 'types/zod'
import { movesFor } from 'types/state-machine'
import { rosterMachine, type RosterRow, type rosterEntries } from 'types/volunteer-roster'
import type { Caller } from '../../kit/identity'
import type { Handler } from '../../kit/serve'
import { pageRoster } from '../application-store'
import type { ApplicationDoc } from '../documents'
import type { NodeDoc } from '../node-store'
import { personalOf } from '../views'
import type { RosterDoc } from './roster'
import { findRoster, listRowsOf, pageRosters, pageRows } from './roster-store'
import { composeVersion } from './seal'
import { toGone, toHead, toVersionRow } from './views'

type Entries = typeof rosterEntries

const toRosterRow = (doc: ApplicationDoc, no: number): z.input<typeof RosterRow> => {
  const { name, sex, idCard, unit, post, phone } = personalOf(doc)
  return {
    ...{ no, id: doc._id, name, sex, idCard: idCard.mask, unit, post, specialties: doc.specialties, phone: phone.mask },
    ...{ unionOpinion: doc.unionOpinion?.words ?? '', regulatorOpinion: doc.regulatorOpinion?.words ?? '' },
    enrolledAt: doc.enrolledAt ?? doc.updatedAt,
  }
}

/** Everybody who is a volunteer below a node at this moment. */
export const roster: Handler<Entries['roster'], NodeDoc> = async ({ page, size }, { subject: node }) => {
  const { items, more } = await pageRoster(node._id, { page, size })
  return { items: items.map((doc, index) => toRosterRow(doc, (page - 1) * size + index + 1)), more }
}

// The union's buttons go to officers at or above the union it was returned to.
const actsFor = (doc: RosterDoc, { grants }: Caller) =>
  grants.some(({ role, nodeId }) => role === 'officer' && doc.under.includes(nodeId))
    ? movesFor(rosterMachine, doc.state, 'officer').map(({ act }) => act)
    : []

const draftOf = async (node: NodeDoc, { grants }: Caller) => {
  const isTheirs =
    node.authority === 'regulator' && grants.some(({ role, nodeId }) => role === 'regulator' && nodeId === node._id)
  if (!isTheirs) return null
  const { rows, joined, changed, gone } = await composeVersion(node._id, '')
  return { rows: rows.length, joined, changed, left: gone.length }
}

/** Versions that concern a node, latest first; for the regulator what the next would be. */
export const listRosters: Handler<Entries['rosters'], NodeDoc> = async ({ page, size }, { subject: node, caller }) => {
  const [{ items, more }, draft] = await Promise.all([
    pageRosters(node._id, page, size),
    page === 1 ? draftOf(node, caller) : null,
  ])
  return { items: items.map((doc) => toHead(doc, actsFor(doc, caller))), more, draft }
}

export const rosterVersion: Handler<Entries['rosterVersion'], RosterDoc> = async (
  { page, size },
  { subject: doc, caller },
) => {
  const { items, more } = await pageRows(doc.list, page, size)
  const gone = page === 1 ? doc.gone : []
  const previous = doc.previous && gone.length > 0 ? await findRoster(doc.previous.id) : null
  const rows = previous
    ? await listRowsOf(
        previous.list,
        gone.map(({ applicationId }) => applicationId),
      )
    : []
  const before = new Map(rows.map((row) => [row.applicationId, row]))
  return {
    head: toHead(doc, actsFor(doc, caller)),
    ...{ items: items.map(toVersionRow), gone: gone.map((one) => toGone(one, before)), more },
  }
}
