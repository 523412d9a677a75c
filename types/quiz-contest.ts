import { z } from './zod'
import { Id } from './ids'
import { Instant, InstantInput, PageQuery, text } from './fields'
import { RuleSet } from './quiz-rules'
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
  ruleSet: z.string(),
  version: z.int(),
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
      ruleSet: z.string().max(30).describe('code of the rule set it was built from'),
      contest: RuleSet,
      prizeCap: z.int().min(0).max(10_000_00).describe('fen: the most one prize may be worth'),
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
