import type { ReporterIdentity } from 'types/hazard'
import type { StoredGrant } from '../../kit/identity'
import { isKeptFrom, mayOpenIdentity } from '../case/entitled'
import type { HazardDoc } from '../hazard'
import { findPeople } from '../person-store'
import { openSpeaker } from '../report/spoken'

type Grants = readonly Pick<StoredGrant, 'under' | 'enterpriseId'>[]
type Named = ReadonlyMap<string, { name: string | null }>

/** One of those who reported a hazard, as the report itself or a join kept him. */
export type ReporterOf = {
  id: string
  identity: ReporterIdentity
  owner: string | null
  spoken: string | null
  hiddenFrom: string[]
  words: string | null
  at: Date
}

const first = ({ _id, identity, owner, spoken, createdAt }: HazardDoc): ReporterOf => ({
  ...{ id: _id, identity, owner, spoken, hiddenFrom: [], words: null, at: createdAt },
})

/** Everybody who reported a hazard, the first valid one first: the order a reward goes by. */
export const reportersOf = (doc: HazardDoc): ReporterOf[] =>
  [first(doc), ...doc.joiners.map(({ _id, ...joiner }) => ({ id: _id, ...joiner }))].sort(
    (left, right) => left.at.getTime() - right.at.getTime(),
  )

const asReported = (doc: HazardDoc, { owner, spoken, identity, hiddenFrom }: ReporterOf): HazardDoc => ({
  ...doc,
  ...{ owner, spoken, identity, hiddenFrom: [...doc.hiddenFrom, ...hiddenFrom] },
})

/** Whether who holds these grants may learn this one of them: hidden from his own employer as well as the report's. */
export const mayOpen = (doc: HazardDoc, one: ReporterOf, grants: Grants) =>
  mayOpenIdentity(asReported(doc, one), grants)

// A turn of phrase gives a colleague away: what somebody wrote without his name is hidden from his employer as he is.
const mayRead = (doc: HazardDoc, one: ReporterOf, grants: Grants) =>
  !grants.some((grant) => isKeptFrom(asReported(doc, one), grant))

const nameOf = ({ id, owner, spoken }: ReporterOf, people: Named) => {
  if (spoken) return openSpeaker({ _id: id, spoken })?.name ?? null
  return owner ? (people.get(owner)?.name ?? '未填写姓名') : null
}

/** Whoever's name or grants are needed to show who reported: those who gave their name, and the reader himself. */
const peopleFor = (all: readonly ReporterOf[], reader: string) => {
  const named = all.flatMap(({ identity, owner }) => (identity === 'named' && owner ? [owner] : []))
  return findPeople([...named, reader])
}

/**
 * What an officer sees of them: the names of those who gave theirs, where he may learn them, no others. One trip. All his
 * grants count, not only the one he asks by.
 */
export const toReporters = async (doc: HazardDoc, reader: string) => {
  const all = reportersOf(doc)
  const people = await peopleFor(all, reader)
  const grants = people.get(reader)?.grants ?? []
  return all.map((one) => {
    const open = mayOpen(doc, one, grants)
    return {
      ...{ id: one.id, identity: one.identity, at: one.at, mayOpen: open },
      ...{ words: mayRead(doc, one, grants) ? one.words : null },
      name: open && one.identity === 'named' ? nameOf(one, people) : null,
    }
  })
}
