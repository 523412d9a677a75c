import * as z from './zod'
import type { Machine } from './state-machine'

export const PushState = z.enum(['scheduled', 'preparing', 'sending', 'paused', 'done', 'cancelled'])
export type PushState = z.output<typeof PushState>
export type PushAct = 'begin' | 'start' | 'finish' | 'cancel' | 'pause' | 'resume'

/** A push: first one message a recipient is laid out, then they are sent. */
export const pushMachine: Machine<PushState, PushAct> = {
  states: {
    scheduled: { label: '定时待发', tone: 'todo' },
    preparing: { label: '准备中', tone: 'todo' },
    sending: { label: '发送中', tone: 'doing' },
    paused: { label: '已暂停', tone: 'late' },
    done: { label: '已发完', tone: 'done' },
    cancelled: { label: '已取消', tone: 'off' },
  },
  moves: [
    { from: ['scheduled'], act: 'begin', to: 'preparing', by: ['clock'], label: '到时开始' },
    { from: ['scheduled'], act: 'cancel', to: 'cancelled', by: ['officer'], label: '取消发送' },
    { from: ['preparing'], act: 'start', to: 'sending', by: ['clock'], label: '名单备齐' },
    { from: ['sending'], act: 'pause', to: 'paused', by: ['officer'], label: '暂停发送' },
    { from: ['paused'], act: 'resume', to: 'sending', by: ['officer'], label: '继续发送' },
    { from: ['sending'], act: 'finish', to: 'done', by: ['clock'], label: '发送完毕' },
  ],
}

/** Hours of Shanghai in which WeChat reminds nobody of what an officer wrote; it waits and stands in the app. */
export const quietHours = { from: 22, to: 8 } as const

export const isQuiet = (at: Date): boolean => {
  const hour = (at.getUTCHours() + 8) % 24
  return hour >= quietHours.from || hour < quietHours.to
}
