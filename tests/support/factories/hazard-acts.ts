import type { HazardAct } from 'types/hazard-machine'
import type { Cloud } from '../cloud'
import { hazardId, jpegWithPlace, readAll } from './hazard'
import { fivePlan, personId } from './hazard-way'

export const dueAt = '2026-06-25T15:59:59.999Z'

/** 双报告 as an officer writes them down. */
export const bothReports = {
  regulator: { at: '2026-06-09T02:00:00.000Z', to: '区应急管理局', number: '应急收〔2026〕12号' },
  congress: { at: '2026-06-09T02:00:00.000Z', form: 'congress', where: '二楼会议室' },
}
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
    cease: () => ({ on: '2026-06-08', proof: '营业执照已注销', words: '厂房已清空，断电上锁' }),
    classify: () => ({ accident: '05', factor: '21', basis: null }),
    prove: () => ({ ...bothReports }),
    list: () => ({ number: '安委督〔2026〕3号', level: 'city', publishedAt: '2026-06-09T02:00:00.000Z', dueAt: later }),
    extendListing: () => ({ dueAt: '2026-08-05T15:59:59.999Z', reason: '设备订货' }),
    delist: () => ({ at: '2026-06-10T01:00:00.000Z', reason: '验收合格' }),
    reopen: () => ({ reason: '又堆上了', photos: [] }),
    uphold: () => ({ reason: '现场看过，没有问题' }),
    recheck: () => ({ words: '配电箱锁着，箱前没有杂物' }),
    recur: () => ({ reason: '又堆上了纸箱' }),
  }
  const act = async <T = unknown>(name: string, verb: HazardAct, openid: string, change: object = {}) => {
    const { version } = await stored(name)
    const input = { id: hazardId(name), version, ...(await inputs[verb](name)), ...change }
    return cloud().call<T>('hazard', entryOf(verb), input, openid)
  }
  return { stored, photo, inputs, act }
}
