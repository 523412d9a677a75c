import { personMark } from 'types/ids'
import { wantedParts } from 'types/notice-audience'
import { mostFound, type audienceEntries } from 'types/notice-audiences'
import type { Handler } from '../../kit/serve'
import type { NodeDoc } from '../documents'
import { listPersons, type Recipient } from './audience-store'
import { wordsOf } from './check-audience'
import { namedIn, reachAmong } from './reach'

type Entry = (typeof audienceEntries)['audiencePeople']

const toView = ({ personId: id, name, unit }: Recipient) => ({
  ...{ id, name: name ?? '未留姓名', unit, mark: personMark(id) ?? '' },
})

const byName = (one: Recipient, other: Recipient) =>
  (one.name ?? '').localeCompare(other.name ?? '', 'zh') || (one.openid < other.openid ? -1 : 1)

/** Each once, in the order of names. */
const merged = (found: readonly Recipient[][]) =>
  [...new Map(found.flat().map((one) => [one.openid, one])).values()].sort(byName)

/**
 * Whom one may leave out by name. Conditions of the audience are not looked at: found by name or not, nobody learns what
 * somebody did or did not do.
 * @throws AppError INVALID_INPUT where the audience names what does not lie at the node
 */
export const audiencePeople: Handler<Entry, NodeDoc> = async ({ audience, name }, { subject: node, now }) => {
  await wordsOf(node, audience)
  const parts = wantedParts(audience)
  if (name) {
    const named = await Promise.all(parts.map((part) => namedIn(part, name, mostFound + 1, now)))
    const found = merged(named.map((one) => one.found))
    const more = found.length > mostFound || named.some(({ isWhole }) => !isWhole)
    return { items: found.slice(0, mostFound).map(toView), more }
  }
  const named = audience.without ?? []
  const openids = named.length > 0 ? (await listPersons(named)).map(({ openid }) => openid) : []
  const found = openids.length > 0 ? await Promise.all(parts.map((part) => reachAmong(part, openids, now))) : []
  return { items: merged(found).map(toView), more: false }
}
