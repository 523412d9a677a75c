import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { idCardCheckCharacter } from 'types/id-card'
import type { Step } from '../support/pictures'
import { drawPhoto } from '../../config/seed/photos'
import { newcomer, type Visit } from './visits'

const photo = (name: string) => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'photo-')), `${name}.jpg`)
  writeFileSync(file, drawPhoto('electric', 0))
  return file
}

// No division of the country has an area that begins with 90.
const body = '90012319880512123'
const idCard = body + idCardCheckCharacter(body)
const next = '.page-foot .button-primary'

const answer = (row: number, choice: 0 | 1) => `.segment >> nth=${row} >> .segment-part >> nth=${choice}`
const fits: readonly Step[] = [0, 1, 2, 3, 4].map((row) => answer(row, 0))
const conditions: readonly Step[] = [...fits, next]
const identity: readonly Step[] = [
  ...conditions,
  { fill: '姓名', as: '辛晓舟' },
  { fill: '身份证号', as: idCard },
  { fill: '联系电话', as: '19920001234' },
]
const background: readonly Step[] = [...identity, next, { fill: '籍贯', as: '青泽市' }]
const told: readonly Step[] = [...background, '群众', '大专', '良好']
const work: readonly Step[] = [...told, next, { fill: '工作单位', as: '泽能机械' }]
const employed: readonly Step[] = [
  ...work,
  '.list-row-press',
  { fill: '部门及职务', as: '设备部 维修工' },
  '.choice-row >> nth=0',
]
const profession: readonly Step[] = [...employed, next]
const skilled: readonly Step[] = [
  ...profession,
  '电工',
  { fill: '安全生产或职业卫生相关学历、经历、证书等', as: '持有低压电工作业证，从事设备维修八年。' },
]

const apply = { role: newcomer, start: 'packages/volunteer/apply' }

/** Each step of the application, as it is filled in and as it is sent back by a wrong answer. */
export const applyWalks: Record<string, Visit> = {
  'volunteer/apply/1-conditions': { ...apply, taps: fits },
  'volunteer/apply/1-conditions-wrong': { ...apply, taps: [answer(0, 0), next] },
  'volunteer/apply/1-conditions-no': { ...apply, taps: [answer(0, 0), answer(1, 1)] },
  'volunteer/apply/2-person': { ...apply, taps: identity },
  'volunteer/apply/2-person-wrong': {
    ...apply,
    taps: [...conditions, { fill: '身份证号', as: '900123198805121' }, next],
  },
  'volunteer/apply/2-person-crop': {
    ...apply,
    taps: [...identity, '拍照或选照片', { choose: '同意并继续', file: photo('证件照') }],
  },
  'volunteer/apply/3-background': { ...apply, taps: told },
  'volunteer/apply/3-background-wrong': { ...apply, taps: [...identity, next, next] },
  'volunteer/apply/4-work': { ...apply, taps: employed },
  'volunteer/apply/4-work-found': { ...apply, taps: work },
  'volunteer/apply/4-work-union': { ...apply, taps: [...work, '审核工会', { fill: '搜工会', as: '槐荫' }] },
  'volunteer/apply/4-work-wrong': { ...apply, taps: [...told, next, next] },
  'volunteer/apply/5-profession': { ...apply, taps: skilled },
  'volunteer/apply/5-profession-wrong': { ...apply, taps: [...profession, '.chip >> nth=5', next] },
  'volunteer/apply/6-promise': { ...apply, taps: [...skilled, next] },
  'volunteer/apply/6-promise-typed': {
    ...apply,
    taps: [...skilled, next, '键入姓名', { fill: '申请人签字（写本人姓名）', as: '辛晓舟' }],
  },
  'volunteer/apply/6-promise-wrong': { ...apply, taps: [...skilled, next, next] },
  'volunteer/apply/6-promise-text': { ...apply, taps: [...skilled, next, '阅读全文'] },
}
