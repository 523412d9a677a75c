import type * as z from 'types/zod'
import type { RosterHead, rosterEntries } from 'types/volunteer-roster'
import type { Gone, RosterDoc, RosterRowDoc } from './roster'

type Output = z.input<typeof rosterEntries.rosterVersion.output>

export const erasedName = '（已删除）'

export const toHead = (doc: RosterDoc, acts: readonly string[]): z.input<typeof RosterHead> => {
  const { _id: id, no, state, union, regulator, rows, joined, changed, gone, hash, question, copies, version } = doc
  return {
    ...{ id, no, state, union, regulator, rows, joined, changed, hash, question, version },
    left: gone.length,
    sealed: { name: doc.sealed.name, unit: doc.sealed.unit, at: doc.sealed.at },
    confirmed: doc.confirmed && { name: doc.confirmed.name, unit: doc.confirmed.unit, at: doc.confirmed.at },
    copies: copies.map(({ recipient, on, note, by }) => ({ recipient, on, note, by })),
    acts: [...acts],
  }
}

export const toVersionRow = (row: RosterRowDoc): Output['items'][number] => {
  const { no, applicationId: id, person, enrolledAt, change } = row
  const blank = { name: erasedName, sex: null, idCard: '', unit: '', post: '', specialties: [], phone: '', team: '' }
  const shown = person ?? { ...blank, unionOpinion: '', regulatorOpinion: '' }
  const { name, sex, idCard, unit, post, specialties, phone, unionOpinion, regulatorOpinion, team } = shown
  return {
    ...{ no, id, name, sex, idCard, unit, post, specialties, phone, unionOpinion, regulatorOpinion, team },
    ...{ enrolledAt, change, erased: person === null },
  }
}

export const toGone = ({ applicationId, no, why }: Gone, before: ReadonlyMap<string, RosterRowDoc>) => ({
  ...{ id: applicationId, no, why },
  name: before.get(applicationId)?.person?.name ?? erasedName,
})
