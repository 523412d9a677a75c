import type { ReporterIdentity } from 'types/hazard'
import type { StoredGrant } from '../../kit/identity'
import { isWithinEnterprise, mayOpenIdentity } from '../case/entitled'
import type { HazardDoc } from '../hazard'
import { findPeople } from '../person-store'
import { openSpeaker } from '../report/spoken'

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
export const mayOpen = (doc: HazardDoc, one: ReporterOf, grants: readonly StoredGrant[]) =>
  mayOpenIdentity(asReported(doc, one), grants)

// A turn of phrase gives a colleague away: what a hidden one wrote is hidden from his employer as he is.
const mayRead = (doc: HazardDoc, one: ReporterOf, grants: readonly StoredGrant[]) =>
  one.identity !== 'hidden' || !grants.some((grant) => isWithinEnterprise(asReported(doc, one), grant))

const nameOf = ({ id, identity, owner, spoken }: ReporterOf, people: Named) => {
  if (identity !== 'named') return null
  if (spoken) return openSpeaker({ _id: id, spoken })?.name ?? null
  return owner ? (people.get(owner)?.name ?? '未填写姓名') : null
}

/** What an officer sees of them: the names of those who gave theirs, no others. One trip where there are any. */
export const toReporters = async (doc: HazardDoc, grants: readonly StoredGrant[]) => {
  const all = reportersOf(doc)
  const named = all.flatMap(({ identity, owner }) => (identity === 'named' && owner ? [owner] : []))
  const people = named.length > 0 ? await findPeople(named) : (new Map() as Named)
  return all.map((one) => ({
    ...{ id: one.id, identity: one.identity, at: one.at, mayOpen: mayOpen(doc, one, grants) },
    ...{ words: mayRead(doc, one, grants) ? one.words : null, name: nameOf(one, people) },
  }))
}
