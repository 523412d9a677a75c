import * as z from './zod'
import type { Machine } from './state-machine'

export const ApplicationState = z.enum(['submitted', 'union-approved', 'enrolled', 'returned', 'rejected', 'withdrawn'])
export type ApplicationState = z.output<typeof ApplicationState>
export type ApplicationAct =
  | 'resubmit'
  | 'withdraw'
  | 'union-approve'
  | 'union-return'
  | 'union-reject'
  | 'regulator-approve'
  | 'regulator-return'
  | 'regulator-reject'
  | 'erase'

/** Order matters: the union first (qualification), the regulator second (profession). */
export const applicationMachine: Machine<ApplicationState, ApplicationAct> = {
  states: {
    submitted: { label: '待工会审核', tone: 'todo' },
    'union-approved': { label: '待监管审核', tone: 'doing' },
    enrolled: { label: '已入名册', tone: 'done' },
    returned: { label: '请补充后再交', tone: 'late' },
    rejected: { label: '未通过', tone: 'off' },
    withdrawn: { label: '已撤回', tone: 'off' },
  },
  moves: [
    {
      from: ['submitted'],
      act: 'union-approve',
      to: 'union-approved',
      by: ['officer'],
      label: '工会审核通过',
      requires: ['opinion'],
    },
    {
      from: ['submitted'],
      act: 'union-return',
      to: 'returned',
      by: ['officer'],
      label: '退回补充',
      requires: ['opinion'],
    },
    {
      from: ['submitted'],
      act: 'union-reject',
      to: 'rejected',
      by: ['officer'],
      label: '不通过',
      requires: ['opinion'],
    },
    {
      from: ['union-approved'],
      act: 'regulator-approve',
      to: 'enrolled',
      by: ['regulator'],
      label: '专业审核通过',
      requires: ['opinion'],
    },
    {
      from: ['union-approved'],
      act: 'regulator-return',
      to: 'returned',
      by: ['regulator'],
      label: '退回补充',
      requires: ['opinion'],
    },
    {
      from: ['union-approved'],
      act: 'regulator-reject',
      to: 'rejected',
      by: ['regulator'],
      label: '不通过',
      requires: ['opinion'],
    },
    {
      from: ['returned'],
      act: 'resubmit',
      to: 'submitted',
      by: ['applicant'],
      label: '补充后再交',
      requires: ['complete form', 'consent'],
    },
    { from: ['submitted', 'returned'], act: 'withdraw', to: 'withdrawn', by: ['applicant'], label: '撤回申请' },
    {
      from: ['submitted', 'union-approved', 'enrolled', 'returned', 'rejected', 'withdrawn'],
      act: 'erase',
      to: 'withdrawn',
      by: ['clock'],
      label: '注销并删除个人信息',
    },
  ],
}

/** Days after which what is personal of a closed application is deleted; the privacy text says the same. */
export const applicationKeepDays = { withdrawn: 30, rejected: 180 } as const
/** Full years of age between which one may apply. */
export const applicantAge = { youngest: 18, oldest: 70 } as const
/** Types of union nodes that review applications: of an area, an industry or a group. */
export const reviewingTypes = ['geographic', 'industry', 'group'] as const
