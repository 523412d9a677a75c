import * as z from './zod'
import type { Machine } from './state-machine'

export const YearState = z.enum(['running', 'proposed', 'confirmed', 'agreed', 'objected', 'sealed', 'left'])
export type YearState = z.output<typeof YearState>
export type YearAct =
  'open' | 'comment' | 'confirm' | 'return' | 'agree' | 'object' | 'uphold' | 'change' | 'seal' | 'leave'

/** One volunteer's year: it runs, is assessed by both authorities, may be objected to, and is sealed. */
export const yearMachine: Machine<YearState, YearAct> = {
  states: {
    running: { label: '进行中', tone: 'doing' },
    proposed: { label: '待工会确认', tone: 'todo' },
    confirmed: { label: '待监管同意', tone: 'todo' },
    agreed: { label: '结果已告知', tone: 'doing' },
    objected: { label: '有异议待答复', tone: 'late' },
    sealed: { label: '已定', tone: 'done' },
    left: { label: '已退出', tone: 'off' },
  },
  moves: [
    { from: ['running'], act: 'open', to: 'proposed', by: ['clock'], label: '列入考核', requires: ['open round'] },
    {
      ...{ from: ['proposed'], act: 'comment', to: 'proposed', by: ['officer', 'regulator'], label: '写评语' },
      requires: ['words'],
    },
    {
      ...{ from: ['proposed'], act: 'confirm', to: 'confirmed', by: ['officer'], label: '工会确认' },
      requires: ['reason where it is excellent or other than proposed', 'quota', 'not his own'],
    },
    {
      ...{ from: ['confirmed'], act: 'return', to: 'proposed', by: ['regulator'], label: '退回工会' },
      requires: ['reason'],
    },
    {
      ...{ from: ['confirmed'], act: 'agree', to: 'agreed', by: ['regulator'], label: '监管同意' },
      requires: ['another person than who confirmed', 'not his own'],
    },
    {
      ...{ from: ['agreed'], act: 'object', to: 'objected', by: ['applicant'], label: '提出异议' },
      requires: ['words', 'within the days for it', 'once'],
    },
    {
      ...{ from: ['objected'], act: 'uphold', to: 'agreed', by: ['officer'], label: '维持结果' },
      requires: ['words', 'another person than who confirmed'],
    },
    {
      ...{ from: ['objected'], act: 'change', to: 'confirmed', by: ['officer'], label: '改变结果' },
      requires: ['words', 'another person than who confirmed'],
    },
    { from: ['agreed'], act: 'seal', to: 'sealed', by: ['clock'], label: '封存', requires: ['sealed round'] },
    {
      ...{ from: ['running', 'proposed', 'confirmed', 'agreed', 'objected'], act: 'leave', to: 'left' },
      ...{ by: ['clock'], label: '退出' },
    },
  ],
}

export const RoundState = z.enum(['open', 'sealed'])
export type RoundState = z.output<typeof RoundState>
export type RoundAct = 'gather' | 'seal'

/** The assessment of one union and year: everybody below it who is in none yet. */
export const roundMachine: Machine<RoundState, RoundAct> = {
  states: { open: { label: '考核中', tone: 'doing' }, sealed: { label: '已封存', tone: 'done' } },
  moves: [
    { from: ['open'], act: 'gather', to: 'open', by: ['officer'], label: '补充名单' },
    {
      ...{ from: ['open'], act: 'seal', to: 'sealed', by: ['officer'], label: '封存结果' },
      requires: ['everybody agreed upon', 'days for objections over', 'quota'],
    },
  ],
}
