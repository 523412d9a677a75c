import { maskIdCard } from 'types/id-card'
import { deriveId, receiptCode } from 'types/ids'
import { maskPhoneNumber } from 'types/phone-number'
import { fingerprint, seal } from '../../../config/seed/seal'
import { applicationId, consent, idCard, idOf, place, type Place } from './volunteer'

/** Keys of the local cloud: what is sealed here can be opened there. */
export const enrolledEnv = 'config/local.env'

export type Enrolled = {
  openid: string
  name: string
  /** Last three digits before the check character: every volunteer his own number. */
  order: string
  at?: Place
  phone?: string
  change?: Record<string, unknown>
}

export const numberOf = ({ order }: Pick<Enrolled, 'order'>) => idCard('19850309', order)
export const phoneOf = ({ order, phone }: Enrolled) => phone ?? `19900000${order}`

const personalOf = (who: Enrolled, id: string) => {
  const sealed = (field: string, text: string) => seal(text, `applications/${id}/${field}`)
  const number = numberOf(who)
  const phone = phoneOf(who)
  return {
    ...{ name: who.name, signature: who.name, ethnicity: '汉族', nativePlace: '安州市', political: 'masses' },
    ...{ education: 'college', unit: '泽能机械厂', post: '机修车间 钳工', sex: 'male', birthDate: '1985-03-09' },
    idCard: { sealed: sealed('idCard', number), mask: maskIdCard(number) },
    phone: { sealed: sealed('phone', phone), mask: maskPhoneNumber(phone) },
    health: sealed('health', 'good'),
    ...{ wechat: null, otherSpecialty: null, experience: null, unitId: null, papers: null },
  }
}

const at = { $date: '2026-03-01T02:00:00.000Z' }
const approved = { by: 'seed', name: '方若谷', unit: '东澜区总工会', words: '同意。', at, approved: true }

/** A volunteer on the confirmed roster, as the two reviews leave him. */
export const enrolledLine = (who: Enrolled) => {
  const id = applicationId(who.openid)
  const unionUnder = [...place[who.at ?? 'east']]
  const under = [...unionUnder, ...place.eastRegulator]
  const { version, textHash } = consent()
  return {
    c: 'applications',
    d: {
      ...{ _id: id, state: 'enrolled', version: 2, under, subject: `志愿者申请 ${receiptCode(id)}` },
      ...{ seq: 0, head: '', events: [], outbox: [], outboxAt: null, createdAt: at, updatedAt: at },
      ...{ openid: who.openid, liveKey: who.openid, idMark: fingerprint(`id-card:${numberOf(who)}`) },
      ...{ personal: personalOf(who, id), specialties: ['mechanical'], generalVolunteer: true, frontLine: true },
      ...{ priority: 2, node: { id: unionUnder.at(-1), name: '东澜区总工会' }, unionUnder },
      regulator: { id: idOf('eastRegulator'), name: '东澜区应急管理局', under: [...place.eastRegulator] },
      ...{ unionOpinion: approved, regulatorOpinion: approved, unionReviewers: [], regulatorReviewers: [] },
      ...{ consents: [{ version, textHash, at }], textCheck: 'pass', submittedAt: at, enrolledAt: at, eraseAt: null },
      ...{ deskId: null, deskName: '', stageAt: at, remindAt: null, told: 0, returnedFrom: null, firstOpinion: null },
      ...{ qualifier: { id: idOf('east'), name: '东澜区总工会' }, leaving: null },
      rostered: { id: deriveId('roster', 'one'), version: 1, no: Number(who.order) },
      ...who.change,
    },
  }
}
