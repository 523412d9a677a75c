import { deriveId } from 'types/ids'
import { sharedCloud, type Cloud } from '../cloud'
import { seedFile } from '../seed-file'
import { goodData } from './notice'
import { city, cityLines, orgEnv, personDoc, seedLine } from './org'

const { east } = city.nodes
const shipped = { perPerson: 3, perNode: 10, trialAbove: 200, approveAbove: 500, quietFrom: 22, quietTo: 8 }

type Push = {
  id: string
  state: string
  version: number
  total: number
  counts: Record<string, number>
  reason: string | null
  again: number
}
type Result = { push: Push; items: { name: string; state: string; reason: string | null }[] }

/** What officers of the eastern union and the administrator do with pushes, on this cloud. */
const handsOn = (cloud: () => Cloud) => {
  const call = <T>(openid: string, action: string, input: unknown = {}) =>
    cloud().call<T>('notice', action, input, openid)
  const words = { nodeId: east._id, template: 'activity', wording: goodData('activity') }
  const toWorkers = { nodeId: east._id, who: 'workers' }
  const send = (name: string, more: object = {}, openid = 'wx-east1') =>
    call<Push>(openid, 'send', { _id: deriveId('push', name), ...words, audience: toWorkers, ...more })
  const resultOf = (name: string, more: object = {}) =>
    call<Result>('wx-admin', 'pushResult', { id: deriveId('push', name), size: 50, ...more })
  const act = async (action: string, name: string, openid: string, more: object = {}) => {
    const { push } = await resultOf(name)
    return call<Push>(openid, action, { id: push.id, version: push.version, ...more })
  }
  const setRules = async (rules: Partial<typeof shipped>) => {
    const { version } = await call<{ version: number | null }>('wx-admin', 'pushRules')
    await call('wx-admin', 'setPushRules', { version, rules: { ...shipped, ...rules } })
  }
  return { call, words, toWorkers, send, resultOf, act, setRules, shipped }
}

/** A union with twelve workers who came by its booths; a fresh cloud a test, at `now` (ISO). */
export const pushingUnion = (now: string) => {
  const crowd = Array.from({ length: 12 }, (_, index) =>
    personDoc({ openid: `wx-crowd-${String(index).padStart(2, '0')}`, name: `职工${index}`, boothUnder: east.under }),
  )
  const fresh = sharedCloud()
  let cloud: Cloud
  const open = async () => {
    const seed = seedFile([...cityLines(), ...crowd.map((doc) => seedLine('people', doc))])
    cloud = await fresh.open({ now, env: orgEnv, seed })
    return cloud
  }
  return { open, close: fresh.close, crowd, ...handsOn(() => cloud) }
}
