import * as z from './zod'
import type { Machine } from './state-machine'

export const PushState = z.enum([
  ...['waiting', 'returned', 'scheduled', 'preparing', 'sending', 'paused', 'done', 'cancelled'],
] as const)
export type PushState = z.output<typeof PushState>
export type PushAct =
  | 'approve'
  | 'return'
  | 'begin'
  | 'ask'
  | 'hold'
  | 'start'
  | 'finish'
  | 'cancel'
  | 'pause'
  | 'halt'
  | 'resume'
  | 'retry'

/**
 * A push: above a size a second officer agrees; then one message a recipient is laid out, then they are sent. One that
 * was stopped goes on with its list where it stood. `halt`: who answered for it has left his office. `ask`, `hold`: when
 * it was to begin, or to go on with a list that is not complete, it lacked a second officer's word, or a trial.
 */
export const pushMachine: Machine<PushState, PushAct> = {
  states: {
    waiting: { label: '等人同意', tone: 'todo' },
    returned: { label: '被退回', tone: 'late' },
    scheduled: { label: '定时待发', tone: 'todo' },
    preparing: { label: '准备中', tone: 'todo' },
    sending: { label: '发送中', tone: 'doing' },
    paused: { label: '已暂停', tone: 'late' },
    done: { label: '已发完', tone: 'done' },
    cancelled: { label: '已取消', tone: 'off' },
  },
  moves: [
    { from: ['waiting'], act: 'approve', to: 'scheduled', by: ['officer'], label: '同意发送' },
    { from: ['waiting'], act: 'return', to: 'returned', by: ['officer'], label: '退回', requires: ['reason'] },
    { from: ['scheduled'], act: 'begin', to: 'preparing', by: ['clock'], label: '到时开始' },
    { from: ['scheduled', 'paused'], act: 'ask', to: 'waiting', by: ['clock'], label: '人数变多，等人同意' },
    { from: ['scheduled'], act: 'hold', to: 'paused', by: ['clock'], label: '到时不能发送，暂停' },
    { from: ['preparing'], act: 'start', to: 'sending', by: ['clock'], label: '名单备齐' },
    { from: ['preparing', 'sending'], act: 'pause', to: 'paused', by: ['officer'], label: '暂停发送' },
    { from: ['preparing', 'sending'], act: 'halt', to: 'paused', by: ['clock'], label: '负责人离任暂停' },
    { from: ['paused'], act: 'resume', to: 'preparing', by: ['officer'], label: '继续发送' },
    {
      from: ['waiting', 'scheduled', 'paused'],
      act: 'cancel',
      to: 'cancelled',
      by: ['officer'],
      label: '取消发送',
    },
    { from: ['sending'], act: 'finish', to: 'done', by: ['clock'], label: '发送完毕' },
    { from: ['done'], act: 'retry', to: 'sending', by: ['officer'], label: '补发没送到的' },
  ],
}
