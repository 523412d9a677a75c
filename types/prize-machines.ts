import type { Machine } from './state-machine'

export type PrizeState = 'draft' | 'open' | 'closed'
export type PrizeAct = 'open' | 'close'
export const prizeMachine: Machine<PrizeState, PrizeAct> = {
  states: {
    draft: { label: '未上架', tone: 'todo' },
    open: { label: '发放中', tone: 'doing' },
    closed: { label: '已下架', tone: 'off' },
  },
  moves: [
    { from: ['draft'], act: 'open', to: 'open', by: ['officer'], label: '上架' },
    { from: ['open'], act: 'close', to: 'closed', by: ['officer', 'clock'], label: '下架' },
  ],
}

export type ClaimState = 'held' | 'handed' | 'expired'
export type ClaimAct = 'hand' | 'expire'
export const claimMachine: Machine<ClaimState, ClaimAct> = {
  states: {
    held: { label: '待领取', tone: 'doing' },
    handed: { label: '已领取', tone: 'done' },
    expired: { label: '过期未领', tone: 'off' },
  },
  moves: [
    { from: ['held'], act: 'hand', to: 'handed', by: ['officer'], label: '发放', requires: ['recipient'] },
    { from: ['held'], act: 'expire', to: 'expired', by: ['clock'], label: '到期收回' },
  ],
}

export type DrawState = 'draft' | 'collecting' | 'committed' | 'drawing' | 'drawn' | 'void'
export type DrawAct = 'commit' | 'publish' | 'fail' | 'enter' | 'settle' | 'void'
export const drawMachine: Machine<DrawState, DrawAct> = {
  states: {
    draft: { label: '准备中', tone: 'todo' },
    collecting: { label: '正在锁定名单', tone: 'doing' },
    committed: { label: '名单已公布，等待开奖', tone: 'doing' },
    drawing: { label: '正在开奖', tone: 'doing' },
    drawn: { label: '已开奖', tone: 'done' },
    void: { label: '已作废', tone: 'off' },
  },
  moves: [
    { from: ['draft'], act: 'commit', to: 'collecting', by: ['officer'], label: '锁定名单并公布' },
    { from: ['collecting'], act: 'publish', to: 'committed', by: ['clock'], label: '公布名单' },
    { from: ['collecting'], act: 'fail', to: 'draft', by: ['clock'], label: '没有锁定成功' },
    {
      from: ['committed'],
      act: 'enter',
      to: 'drawing',
      by: ['officer'],
      label: '录入公开数开奖',
      requires: ['announced time is past'],
    },
    { from: ['drawing'], act: 'settle', to: 'drawn', by: ['clock'], label: '公布中奖名单' },
    { from: ['draft', 'committed'], act: 'void', to: 'void', by: ['officer'], label: '作废', requires: ['reason'] },
  ],
}
