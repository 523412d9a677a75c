import type * as z from 'types/zod'
import type { ApplicationForm } from 'types/volunteer-form'
import type { ApplicationView } from 'types/volunteer-views'
import type { Cloud } from '../cloud'
import { applicationId, consent, form, idCard } from './volunteer'

export type View = z.output<typeof ApplicationView>
export type Done = { id: string; state: string; version: number }
export type RowResult = { id: string; ok: boolean; state?: string; version?: number; reason?: string }

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许'

/** Applicant number `index` of a crowd: his openid, application and ID number are his own. */
export const member = (index: number) => ({
  openid: `volunteer-${index}`,
  id: applicationId(`crowd-${index}`),
  name: `${surnames[index % surnames.length]}${'一二三四五六七八九十'[Math.floor(index / 20) % 10]}${'安康平宁'[Math.floor(index / 200) % 4]}`,
  idCard: idCard(`19${70 + (index % 30)}0${1 + (index % 9)}1${index % 9}`, String(100 + index).padStart(3, '0')),
})
export type Member = ReturnType<typeof member>

export const applyAs = (cloud: Cloud, one: Member, change: Partial<ApplicationForm> = {}) => {
  const { id, name, openid } = one
  const filled = form({ name, signature: name, idCard: one.idCard, ...change })
  return cloud.call<View>('volunteer', 'apply', { _id: id, form: filled, consent: consent() }, openid)
}

export const applyMany = async (cloud: Cloud, from: number, count: number, change: Partial<ApplicationForm> = {}) => {
  const all = Array.from({ length: count }, (_, index) => member(from + index))
  for (let start = 0; start < count; start += 10)
    await Promise.all(all.slice(start, start + 10).map((one) => applyAs(cloud, one, change)))
  return all
}

type Row = { id: string; version: number; opinion?: string }

export const reviewMany = async (cloud: Cloud, openid: string, rows: readonly Row[], word: object = {}) => {
  const input = { rows, decision: 'approve', opinion: '同意。', ...word }
  return (await cloud.call<{ results: RowResult[] }>('volunteer', 'reviewMany', input, openid)).results
}

/** Applies and is passed on by both authorities of the east district. */
export const enrolMany = async (cloud: Cloud, from: number, count: number) => {
  const all = await applyMany(cloud, from, count)
  const first = await reviewMany(
    cloud,
    'east-officer',
    all.map(({ id }) => ({ id, version: 0 })),
  )
  await reviewMany(
    cloud,
    'east-regulator',
    first.map(({ id, version = 0 }) => ({ id, version })),
  )
  return all
}
