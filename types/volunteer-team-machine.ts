import * as z from './zod'
import type { Machine } from './state-machine'

export const TeamState = z.enum(['forming', 'working', 'merged', 'disbanded'])
export type TeamState = z.output<typeof TeamState>
export type TeamAct = 'name' | 'accept' | 'start' | 'resign' | 'vacate' | 'captain' | 'merge' | 'disband'

const both = ['officer', 'regulator'] as const

/** A team works once an administrator of either authority has accepted; from then on it works, whoever leaves. */
export const teamMachine: Machine<TeamState, TeamAct> = {
  states: {
    forming: { label: '组建中', tone: 'todo' },
    working: { label: '已成立', tone: 'done' },
    merged: { label: '已并入别队', tone: 'off' },
    disbanded: { label: '已解散', tone: 'off' },
  },
  moves: [
    { from: ['forming'], act: 'name', to: 'forming', by: both, label: '指定管理员' },
    { from: ['working'], act: 'name', to: 'working', by: both, label: '指定管理员' },
    { from: ['forming'], act: 'accept', to: 'forming', by: both, label: '接受', requires: ['named'] },
    {
      ...{ from: ['forming'], act: 'start', to: 'working', by: both, label: '接受，队伍成立' },
      requires: ['named', 'the other authority has accepted'],
    },
    { from: ['working'], act: 'accept', to: 'working', by: both, label: '接受', requires: ['named'] },
    { from: ['forming'], act: 'resign', to: 'forming', by: both, label: '卸任管理员', requires: ['reason'] },
    { from: ['working'], act: 'resign', to: 'working', by: both, label: '卸任管理员', requires: ['reason'] },
    { from: ['forming'], act: 'vacate', to: 'forming', by: ['clock'], label: '管理员离任' },
    { from: ['working'], act: 'vacate', to: 'working', by: ['clock'], label: '管理员离任' },
    { from: ['working'], act: 'captain', to: 'working', by: both, label: '指定队长', requires: ['member'] },
    {
      ...{ from: ['working'], act: 'merge', to: 'merged', by: ['officer'], label: '并入别队' },
      requires: ['another working team', 'reason'],
    },
    {
      ...{ from: ['forming', 'working'], act: 'disband', to: 'disbanded', by: ['officer'], label: '解散' },
      requires: ['reason'],
    },
  ],
}

/** Days within which an authority names a successor for its administrator; then both are reminded every week. */
export const successorDays = 15
export const reminderDays = 7

const ending = '安全生产社会监督职工志愿服务队'
/** `槐荫街道` → `槐荫街道安全生产社会监督职工志愿服务队`. */
export const teamName = (unit: string) => `${unit}${ending}`
