import { z } from './zod'
import { Id } from './ids'
import { Instant, InstantInput, PageQuery, text } from './fields'
import type { Contract } from './contract'
import type { Machine } from './state-machine'

export type CampaignState = 'draft' | 'open' | 'closed'
export type CampaignAct = 'open' | 'close'
export const campaignMachine: Machine<CampaignState, CampaignAct> = {
  states: {
    draft: { label: '未开始', tone: 'todo' },
    open: { label: '进行中', tone: 'doing' },
    closed: { label: '已结束', tone: 'off' },
  },
  moves: [
    { from: ['draft'], act: 'open', to: 'open', by: ['officer', 'clock'], label: '开始活动', requires: ['levels'] },
    { from: ['open'], act: 'close', to: 'closed', by: ['officer', 'clock'], label: '结束活动' },
  ],
}

export const CampaignRow = z.object({
  id: Id,
  title: z.string(),
  state: z.enum(['draft', 'open', 'closed']),
  opensAt: Instant,
  closesAt: Instant,
  players: z.int(),
  papers: z.int(),
  passed: z.int(),
  version: z.int(),
})

const LevelRule = z.strictObject({
  title: text(20, '关卡名称'),
  categories: z.array(z.string().max(30)).min(1, { error: '请至少选一类题目' }).max(20),
  questions: z.int().min(1).max(50),
  seconds: z.int().min(30, { error: '每关至少 30 秒' }).max(7200),
  passRight: z.int().min(1).max(50),
})

export const contestEntries = {
  campaigns: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), ...PageQuery }),
    output: z.object({ items: z.array(CampaignRow), more: z.boolean() }),
    access: { role: 'officer', scope: 'node' },
  },
  createCampaign: {
    kind: 'command',
    input: z.strictObject({
      _id: Id,
      nodeId: Id,
      title: text(30, '活动名称'),
      slogan: text(30, '活动口号'),
      opensAt: InstantInput,
      closesAt: InstantInput,
      attemptsPerDay: z.int().min(1).max(100),
      levels: z.array(LevelRule).min(1, { error: '请至少设一关' }).max(20),
    }),
    output: CampaignRow,
    access: { role: 'officer', scope: 'node' },
    audit: '新建闯关活动',
  },
  moveCampaign: {
    kind: 'command',
    input: z.strictObject({ id: Id, version: z.int(), act: z.enum(['open', 'close']) }),
    output: CampaignRow,
    access: { role: 'officer', scope: 'campaign' },
    audit: '开始或结束闯关活动',
  },
} as const satisfies Contract
