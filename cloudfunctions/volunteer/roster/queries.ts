import type * as z from 'types/zod'
import type { RosterRow, rosterEntries } from 'types/volunteer-roster'
import type { Handler } from '../../kit/serve'
import { pageRoster } from '../application-store'
import type { ApplicationDoc } from '../documents'
import type { NodeDoc } from '../node-store'
import { personalOf } from '../views'

const toRosterRow = (doc: ApplicationDoc, no: number): z.input<typeof RosterRow> => {
  const { name, sex, idCard, unit, post, phone } = personalOf(doc)
  return {
    ...{ no, id: doc._id, name, sex, idCard: idCard.mask, unit, post, specialties: doc.specialties, phone: phone.mask },
    ...{ unionOpinion: doc.unionOpinion?.words ?? '', regulatorOpinion: doc.regulatorOpinion?.words ?? '' },
    enrolledAt: doc.enrolledAt ?? doc.updatedAt,
  }
}

export const roster: Handler<typeof rosterEntries.roster, NodeDoc> = async ({ page, size }, { subject: node }) => {
  const { items, more } = await pageRoster(node._id, { page, size })
  return { items: items.map((doc, index) => toRosterRow(doc, (page - 1) * size + index + 1)), more }
}
