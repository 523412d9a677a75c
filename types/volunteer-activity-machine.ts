import * as z from './zod'
import type { Machine } from './state-machine'

export const ActivityState = z.enum(['draft', 'open', 'running', 'done', 'cancelled'])
export type ActivityState = z.output<typeof ActivityState>
export type ActivityAct = 'revise' | 'check' | 'publish' | 'start' | 'finish' | 'close' | 'cancel'

export const activityMachine: Machine<ActivityState, ActivityAct> = {
  states: {
    draft: { label: '未发布', tone: 'todo' },
    open: { label: '报名中', tone: 'doing' },
    running: { label: '进行中', tone: 'doing' },
    done: { label: '已结束', tone: 'done' },
    cancelled: { label: '已取消', tone: 'off' },
  },
  moves: [
    { from: ['draft'], act: 'revise', to: 'draft', by: ['officer'], label: '修改活动' },
    { from: ['open'], act: 'revise', to: 'open', by: ['officer'], label: '修改活动' },
    { from: ['draft'], act: 'check', to: 'draft', by: ['officer'], label: '核对安全准备' },
    { from: ['open'], act: 'check', to: 'open', by: ['officer'], label: '核对安全准备' },
    { from: ['draft'], act: 'publish', to: 'open', by: ['officer'], label: '发布活动', requires: ['safety checklist'] },
    { from: ['open'], act: 'start', to: 'running', by: ['clock'], label: '活动开始' },
    {
      from: ['running'],
      act: 'finish',
      to: 'done',
      by: ['officer'],
      label: '确认结束',
      requires: ['everybody signed out or closed by hand'],
    },
    { from: ['running'], act: 'close', to: 'done', by: ['clock'], label: '到期结束' },
    { from: ['draft', 'open', 'running'], act: 'cancel', to: 'cancelled', by: ['officer'], label: '取消活动' },
  ],
}

export const AttendanceState = z.enum(['joined', 'waiting', 'cancelled', 'present', 'served', 'absent', 'excused'])
export type AttendanceState = z.output<typeof AttendanceState>
export type AttendanceAct =
  | 'move-up'
  | 'queue'
  | 'rejoin'
  | 'requeue'
  | 'leave'
  | 'call-off'
  | 'sign-in'
  | 'sign-out'
  | 'set-present'
  | 'set-served'
  | 'set-absent'
  | 'miss'
  | 'appeal'
  | 'excuse'
  | 'refuse'

const handed: readonly AttendanceState[] = ['joined', 'present', 'served', 'absent', 'excused', 'cancelled', 'waiting']

/** One volunteer at one activity. `applicant` is the volunteer himself. */
export const attendanceMachine: Machine<AttendanceState, AttendanceAct> = {
  states: {
    joined: { label: '已报名', tone: 'doing' },
    waiting: { label: '候补中', tone: 'todo' },
    cancelled: { label: '已取消', tone: 'off' },
    present: { label: '已签到', tone: 'doing' },
    served: { label: '已参加', tone: 'done' },
    absent: { label: '未到场', tone: 'late' },
    excused: { label: '已说明', tone: 'off' },
  },
  moves: [
    { from: ['waiting'], act: 'move-up', to: 'joined', by: ['clock'], label: '候补转正' },
    { from: ['joined'], act: 'queue', to: 'waiting', by: ['clock'], label: '转为候补' },
    { from: ['cancelled'], act: 'rejoin', to: 'joined', by: ['applicant', 'clock'], label: '重新报名' },
    { from: ['cancelled'], act: 'requeue', to: 'waiting', by: ['applicant', 'clock'], label: '重新候补' },
    { from: ['joined', 'waiting'], act: 'leave', to: 'cancelled', by: ['applicant', 'clock'], label: '退出活动' },
    { from: ['joined', 'waiting', 'present'], act: 'call-off', to: 'cancelled', by: ['clock'], label: '活动取消' },
    { from: ['joined'], act: 'sign-in', to: 'present', by: ['applicant', 'officer'], label: '签到' },
    { from: ['present'], act: 'sign-out', to: 'served', by: ['applicant', 'officer'], label: '签退' },
    { from: handed, act: 'set-present', to: 'present', by: ['officer'], label: '登记到场', requires: ['reason'] },
    { from: handed, act: 'set-served', to: 'served', by: ['officer'], label: '登记时长', requires: ['reason'] },
    { from: handed, act: 'set-absent', to: 'absent', by: ['officer'], label: '登记未到场', requires: ['reason'] },
    { from: ['joined'], act: 'miss', to: 'absent', by: ['clock'], label: '未到场' },
    { from: ['absent'], act: 'appeal', to: 'absent', by: ['applicant'], label: '说明情况' },
    {
      from: ['absent'],
      act: 'excuse',
      to: 'excused',
      by: ['officer'],
      label: '情况属实',
      requires: ['another person'],
    },
    { from: ['absent'], act: 'refuse', to: 'absent', by: ['officer'], label: '维持记录', requires: ['another person'] },
  ],
}

/** What an organiser should look at; none of them proves anything. */
export const signalLabels = {
  late: '断网补交',
  far: '离集合地点较远',
  'shared-phone': '同一部手机多人签到',
  'two-phones': '两部手机签到',
} as const
export const Signal = z.enum(['late', 'far', 'shared-phone', 'two-phones'])
export type Signal = z.output<typeof Signal>
