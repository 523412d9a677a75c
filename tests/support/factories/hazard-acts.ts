import type { HazardAct } from 'types/hazard'
import type { Cloud } from '../cloud'
import { fivePlan, hazardId, jpegWithPlace, personId, readAll } from './hazard'

export const dueAt = '2026-06-25T15:59:59.999Z'

/** A later deadline than that. */
export const later = '2026-07-05T15:59:59.999Z'
const five = { ...fivePlan, dueAt: fivePlan.dueAt.toISOString() }
/** The entry that makes a move: a return is one entry, whatever state it leads to. */
const entryOf = (verb: HazardAct) => (verb === 'returnUnplanned' ? 'return' : verb)

/** Acts on seeded hazards by their names, each with an input that fits: `const { act } = actingOn(() => cloud)`. */
export const actingOn = (cloud: () => Cloud) => {
  let files = 0
  const stored = async (name: string) => (await readAll(cloud(), 'hazards', { _id: hazardId(name) }))[0]!
  const photo = (name: string) =>
    cloud().upload(`hazard/${hazardId(name)}/after/${files++}.jpg`, jpegWithPlace(), 'zeneng-fixer')
  const inputs: Record<HazardAct, (name: string) => object | Promise<object>> = {
    accept: () => ({ grade: 'general' }),
    decline: () => ({ reason: '不属于安全隐患' }),
    merge: () => ({ intoId: hazardId('merge-target') }),
    assign: () => ({ fixerId: personId('zeneng-fixer'), dueAt, suggestion: '建议更换破损电线并加锁' }),
    plan: () => five,
    replan: () => ({ ...five, money: 3400 }),
    progress: () => ({ words: '电线已经买到', photos: [] }),
    askExtension: () => ({ reason: '配件缺货', dueAt: later }),
    grantExtension: () => ({ words: '同意，请抓紧' }),
    refuseExtension: () => ({ words: '请按原期限改完' }),
    fixOnSpot: async (name) => ({ words: '当场换好', photos: [await photo(name)] }),
    answer: async (name) => ({ words: '已更换', photos: [await photo(name)] }),
    return: () => ({ reason: '照片看不清楚', dueAt }),
    returnUnplanned: () => ({ reason: '照片看不清楚', dueAt }),
    close: () => ({ words: '现场核实，已整改' }),
  }
  const act = async <T = unknown>(name: string, verb: HazardAct, openid: string, change: object = {}) => {
    const { version } = await stored(name)
    const input = { id: hazardId(name), version, ...(await inputs[verb](name)), ...change }
    return cloud().call<T>('hazard', entryOf(verb), input, openid)
  }
  return { stored, photo, inputs, act }
}
