import type { HardRule } from 'types/volunteer-eligibility'
import type { Application } from '../api'
import type { Stroke } from './ink'

export type Answer = '' | 'yes' | 'no'
export type CertificateValue = {
  /** Name of a kept file, or the id of one that was handed in before. */
  kept: string
  name: string
}

/** What the form holds while it is being filled; a draft of it is kept without the ID number. */
export type ApplyValues = Record<HardRule, Answer> & {
  /** Id of the application to be, so that sending it again after a restart meets the first try. */
  id: string
  /** The step the person stands at. */
  step: number
  name: string
  idCard: string
  ethnicity: string
  nativePlace: string
  political: string
  education: string
  health: string
  wechat: string
  phone: string
  /** Like `kept` of a certificate; empty without a photograph. */
  photo: string
  unitId: string
  unit: string
  post: string
  specialties: string[]
  otherSpecialty: string
  experience: string
  certificates: CertificateValue[]
  nodeId: string
  nodeName: string
  generalVolunteer: boolean
  frontLine: boolean
  /** How it is signed: drawn with a finger, or typed. */
  signing: 'draw' | 'type'
  strokes: Stroke[]
  signature: string
  agreed: boolean
  agreedIdCard: boolean
  agreedHealth: boolean
  agreedPhoto: boolean
}
export type ApplyField = keyof ApplyValues

export const emptyApplication: ApplyValues = {
  ...{ id: '', step: 0, lawAbiding: '', unionMember: '', versed: '', fit: '', pledge: '' },
  ...{ name: '', idCard: '', ethnicity: '汉族', nativePlace: '', political: '', education: '', health: '', wechat: '' },
  ...{ phone: '', photo: '', unitId: '', unit: '', post: '', specialties: [], otherSpecialty: '', experience: '' },
  ...{ certificates: [], nodeId: '', nodeName: '', generalVolunteer: false, frontLine: false },
  ...{ signing: 'draw', strokes: [], signature: '' },
  ...{ agreed: false, agreedIdCard: false, agreedHealth: false, agreedPhoto: false },
}

/** Short steps, each of one thought. */
export const applySteps: readonly { title: string; fields: readonly ApplyField[] }[] = [
  {
    title: '报名条件',
    fields: ['lawAbiding', 'unionMember', 'versed', 'fit', 'pledge', 'generalVolunteer', 'frontLine'],
  },
  { title: '本人信息', fields: ['name', 'idCard', 'phone', 'wechat', 'photo'] },
  { title: '基本情况', fields: ['ethnicity', 'nativePlace', 'political', 'education', 'health'] },
  { title: '单位与工会', fields: ['unit', 'unitId', 'post', 'nodeId'] },
  { title: '专业与证书', fields: ['specialties', 'otherSpecialty', 'experience', 'certificates'] },
  {
    title: '承诺与签名',
    fields: ['signature', 'strokes', 'agreed', 'agreedIdCard', 'agreedHealth', 'agreedPhoto'],
  },
]
export const identityStep = 1

/** A returned application to start from. What is masked is typed anew, and it is agreed to and signed anew. */
export const valuesOf = (before: Application | null): ApplyValues => {
  if (!before) return emptyApplication
  const { name, ethnicity, nativePlace, political, education, health, unit, post, specialties, nodeId } = before
  const { generalVolunteer, frontLine, wechat, otherSpecialty, experience, papers } = before
  return {
    ...emptyApplication,
    ...{ id: before.id, step: identityStep },
    ...{ lawAbiding: 'yes', unionMember: 'yes', versed: 'yes', fit: 'yes', pledge: 'yes' },
    ...{ name, ethnicity, nativePlace, political, education, health, unit, post, specialties, nodeId },
    ...{ nodeName: before.nodeName, generalVolunteer, frontLine, photo: papers?.photo?.fileId ?? '' },
    ...{ wechat: wechat ?? '', otherSpecialty: otherSpecialty ?? '', experience: experience ?? '' },
    certificates: (papers?.certificates ?? []).map(({ fileId, name: title }) => ({ kept: fileId, name: title })),
  }
}
