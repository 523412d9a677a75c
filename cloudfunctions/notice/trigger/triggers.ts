import { AppError } from 'types/app-error'
import type { triggerEntries } from 'types/notice-trigger'
import { isSwitch, switchOf, triggerRows, triggers as rows } from 'types/triggers'
import { born, isReplay, record } from '../../kit/aggregate'
import { readCounters } from '../../kit/counters'
import type { Handler } from '../../kit/serve'
import type { NodeDoc } from '../documents'
import { listNodes } from '../node-store'
import { createSwitches, findSwitches, readSwitches, switchesId, switchStore, type SwitchDoc } from './switch-store'
import { withheldKey } from './withheld-store'

type Entries = typeof triggerEntries

/** Every automatic message, whether it is on for a union and who said so. */
export const triggers: Handler<Entries['triggers'], NodeDoc> = async (_input, { subject: node }) => {
  const key = withheldKey(node._id)
  const [own, said, nodes, counters] = await Promise.all([
    findSwitches(node._id),
    readSwitches(node.under),
    listNodes(node.under),
    readCounters('notice', [key]),
  ])
  const names = new Map(nodes.map(({ _id, name }) => [_id, name]))
  const counts = counters.get(key) ?? {}
  const items = triggerRows.map(({ key: name }) => {
    const { on, by } = isSwitch(name) ? switchOf(node.under, name, said) : { on: true, by: null }
    const owner = by ? (names.get(by) ?? null) : null
    return { key: name, on, by: owner, own: by === node._id, withheld: counts[name] ?? 0 }
  })
  return { items, version: own?.version ?? null }
}

const verbOf = (on: boolean | null) => (on === null ? '随上级' : on ? '开启' : '关闭')

/** @throws AppError CONFLICT where another officer was faster */
export const setTrigger: Handler<Entries['setTrigger'], NodeDoc> = async (
  { nodeId, version, key, on },
  { subject: node, acting, now },
) => {
  const doc = await findSwitches(nodeId)
  const who = acting('officer')
  const done = (one: SwitchDoc) => ({ id: one._id, state: one.state, version: one.version })
  const isAgain = doc && (version === null ? doc.version === 0 : isReplay(doc, who, 'set', version))
  if (isAgain && doc.events.at(-1)?.by === who.by && (doc.switches[key] ?? null) === on) return done(doc)
  if ((doc?.version ?? null) !== version) throw new AppError('CONFLICT')
  const others = Object.entries(doc?.switches ?? {}).filter(([name]) => name !== key)
  const switches = { ...Object.fromEntries(others), ...(on === null ? {} : { [key]: on }) }
  const data = { trigger: rows[key].title, set: verbOf(on) }
  if (doc) return record(switchStore, doc, who, 'set', { at: now, set: { switches }, data })
  const birth = {
    _id: switchesId(nodeId),
    state: 'kept' as const,
    under: node.under,
    subject: `${node.name}的自动提醒`,
    at: now,
  }
  const made: SwitchDoc = { ...born(who, { ...birth, data }), nodeId, switches }
  if (await createSwitches(made)) return done(made)
  throw new AppError('CONFLICT')
}
