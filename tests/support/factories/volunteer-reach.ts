import type { Cloud } from '../cloud'
import { rawDocuments } from '../raw-documents'
import { idOf, place, type Place } from './volunteer'
import { applyAs, member } from './volunteer-crowd'
import { walkers } from './volunteer-walk'

type Home = 'east' | 'eastStreet' | 'west'
const homes: readonly Home[] = ['east', 'eastStreet', 'west']
const regulatorOf: Record<Home, Place> = { east: 'eastRegulator', eastStreet: 'eastRegulator', west: 'cityRegulator' }
const unionOf: Record<Home, string> = { east: 'east-officer', eastStreet: 'east-officer', west: 'west-officer' }
/** How far each has come: handed in, passed on by the base union, by the union, enrolled. */
const steps = [0, 1, 2, 3] as const
type Placed = { id: string; home: Home; handed: boolean }

/** An application of every union at every step. */
export const placeAll = async (cloud: Cloud): Promise<Placed[]> => {
  const placed: Placed[] = []
  for (const [index, home] of homes.entries())
    for (const step of steps) {
      const one = member(700 + index * 10 + step)
      await applyAs(cloud, one, { nodeId: idOf(home) })
      const words = (version: number) => ({ id: one.id, version, decision: 'approve', opinion: '同意。' })
      const base = home === 'eastStreet' ? [['unionReview', 'base-officer']] : []
      const regulator = regulatorOf[home] === 'eastRegulator' ? 'east-regulator' : 'city-regulator'
      const way = [...base, ['unionReview', unionOf[home]], ['regulatorReview', regulator]].slice(0, step) as [
        string,
        string,
      ][]
      for (const [version, [action, openid]] of way.entries())
        await cloud.call('volunteer', action, words(version), openid)
      const [doc] = await rawDocuments(cloud, 'applications', { _id: one.id })
      placed.push({ id: one.id, home, handed: doc?.state === 'union-approved' || doc?.state === 'enrolled' })
    }
  return placed
}

const lists = ['queue', 'roster', 'rosters'] as const
const looks = ['detail', 'readIdCard'] as const
const nodes = Object.keys(place) as Place[]

const sees = (openid: string, { home, handed }: Placed) => {
  const offices = walkers.find((walker) => walker.openid === openid)?.offices ?? []
  return offices.some(({ role, at }) =>
    role === 'officer' ? place[home].includes(idOf(at)) : handed && place[regulatorOf[home]].includes(idOf(at)),
  )
}
const reachesNode = (openid: string, node: Place) =>
  (walkers.find((walker) => walker.openid === openid)?.offices ?? []).some(({ at }) => place[node].includes(idOf(at)))

/**
 * Everybody asks for every list of every node and for every application: what he gets is what lies in his tree and was
 * handed to his authority, no more and no less.
 */
export const walkReach = async (cloud: Cloud, placed: readonly Placed[]) => {
  const wrong: string[] = []
  let [asked, answered] = [0, 0]
  const ask = async (action: string, input: object, openid: string) => {
    asked += 1
    const reply = await cloud.call<{ items?: { id: string }[] }>('volunteer', action, input, openid).catch(() => null)
    if (reply) answered += 1
    return reply
  }
  for (const { openid } of walkers) {
    for (const node of nodes)
      for (const action of lists) {
        const reply = await ask(action, { nodeId: idOf(node), size: 50 }, openid)
        if (Boolean(reply) !== reachesNode(openid, node)) wrong.push(`${openid} ${action} of ${node}`)
        const strangers = (reply?.items ?? []).filter(({ id }) =>
          placed.some((one) => one.id === id && !sees(openid, one)),
        )
        if (strangers.length > 0) wrong.push(`${openid} finds ${strangers.length} of others in ${action} of ${node}`)
      }
    for (const one of placed)
      for (const action of looks) {
        const reply = await ask(action, { id: one.id, ...(action === 'readIdCard' ? { reason: '核对' } : {}) }, openid)
        if (Boolean(reply) !== sees(openid, one)) wrong.push(`${openid} ${action} of one of ${one.home}`)
      }
  }
  return { asked, answered, wrong }
}

type Counted = Record<string, Record<string, number>>

const fields: Record<string, string> = {
  'first-review': 'base',
  submitted: 'union',
  'union-approved': 'regulator',
  enrolled: 'enrolled',
}

/** Counters of every node beside what the documents say. @returns what differs */
export const recount = async (cloud: Cloud): Promise<{ numbers: number; wrong: string[] }> => {
  const must: Counted = {}
  const add = (node: string, field: string) => {
    const values = (must[`volunteer.node.${node}`] ??= {})
    values[field] = (values[field] ?? 0) + 1
  }
  for (const doc of await rawDocuments(cloud, 'applications')) {
    const field = fields[String(doc.state)]
    if (field) for (const node of doc.under as string[]) add(node, field)
    if (typeof doc.deskId === 'string') add(doc.deskId, 'desk')
  }
  const stored = await rawDocuments(cloud, 'counters')
  const is = new Map(stored.map(({ _id, values }) => [_id, values as Record<string, number>]))
  const wrong: string[] = []
  let numbers = 0
  for (const node of nodes)
    for (const field of [...Object.values(fields), 'desk']) {
      numbers += 1
      const key = `volunteer.node.${idOf(node)}`
      const [have, need] = [is.get(key)?.[field] ?? 0, must[key]?.[field] ?? 0]
      if (have !== need) wrong.push(`${node} ${field}: ${have}, must ${need}`)
    }
  return { numbers, wrong }
}
