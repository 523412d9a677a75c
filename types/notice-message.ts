import * as z from './zod'
import type { Machine } from './state-machine'

export const MessageState = z.enum([
  ...['queued', 'sending', 'sent', 'no-credit', 'capped', 'refused', 'failed', 'unknown', 'called-off'],
] as const)
export type MessageState = z.output<typeof MessageState>
export type MessageAct =
  | 'claim'
  | 'settle-sent'
  | 'settle-no-credit'
  | 'settle-capped'
  | 'settle-refused'
  | 'settle-failed'
  | 'lose'
  | 'call-off'
  | 'requeue'

/** At most once per recipient: a message claimed by a drainer that died is `unknown`, never sent again. Every message stays readable in the app. */
export const messageMachine: Machine<MessageState, MessageAct> = {
  states: {
    queued: { label: '待发送', tone: 'todo' },
    sending: { label: '发送中', tone: 'doing' },
    sent: { label: '已送达微信', tone: 'done' },
    'no-credit': { label: '未订阅，仅站内', tone: 'off' },
    capped: { label: '当天已满，仅站内', tone: 'off' },
    refused: { label: '对方已拒收，仅站内', tone: 'late' },
    failed: { label: '发送失败，仅站内', tone: 'late' },
    unknown: { label: '结果不明，未重发', tone: 'late' },
    'called-off': { label: '已停发，仅站内', tone: 'off' },
  },
  moves: [
    { from: ['queued'], act: 'claim', to: 'sending', by: ['clock'], label: '开始发送' },
    { from: ['queued', 'sending'], act: 'settle-no-credit', to: 'no-credit', by: ['clock'], label: '没有订阅次数' },
    { from: ['sending'], act: 'settle-sent', to: 'sent', by: ['clock'], label: '微信已接收' },
    { from: ['sending'], act: 'settle-refused', to: 'refused', by: ['clock'], label: '对方拒收' },
    { from: ['sending'], act: 'settle-failed', to: 'failed', by: ['clock'], label: '发送失败' },
    { from: ['sending'], act: 'lose', to: 'unknown', by: ['clock'], label: '发送中断' },
    { from: ['queued'], act: 'settle-capped', to: 'capped', by: ['clock'], label: '当天已收到足够多' },
    { from: ['queued'], act: 'call-off', to: 'called-off', by: ['clock'], label: '推送已取消' },
    // Only what WeChat certainly did not take: see mayTryAgain.
    { from: ['failed', 'no-credit'], act: 'requeue', to: 'queued', by: ['clock'], label: '补发' },
  ],
}
