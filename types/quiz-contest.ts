import * as z from './zod'
import { Id } from './ids'
import { Instant, InstantInput, PageQuery, text, Version } from './fields'
import { Answers, Paper, PaperResult } from './quiz-play'
import { RuleSet, Rules } from './quiz-rules'
import type { Contract } from './contract'
import type { Machine } from './state-machine'

export type CampaignState = 'draft' | 'open' | 'closed' | 'dropped'
export type CampaignAct = 'open' | 'close' | 'drop'
export const campaignMachine: Machine<CampaignState, CampaignAct> = {
  states: {
    draft: { label: '未开始', tone: 'todo' },
    open: { label: '进行中', tone: 'doing' },
    closed: { label: '已结束', tone: 'off' },
    dropped: { label: '已删除', tone: 'off' },
  },
  moves: [
    { from: ['draft'], act: 'open', to: 'open', by: ['officer', 'clock'], label: '开始活动', requires: ['levels'] },
    { from: ['open'], act: 'close', to: 'closed', by: ['officer', 'clock'], label: '结束活动' },
    { from: ['draft'], act: 'drop', to: 'dropped', by: ['officer'], label: '删除' },
  ],
}

export const CampaignRow = z.object({
  id: Id,
  title: z.string(),
  state: z.enum(['draft', 'open', 'closed', 'dropped']),
  opensAt: Instant,
  closesAt: Instant,
  players: z.int(),
  papers: z.int(),
  passed: z.int(),
  ruleSet: z.string(),
  slogan: z.string(),
  levels: z.int(),
  attempts: Rules.shape.attempts,
  short: z
    .array(z.object({ level: z.int(), has: z.int(), needs: z.int() }))
    .describe('levels the bank cannot fill for one whole paper any more'),
  version: Version,
})
export type CampaignRow = z.output<typeof CampaignRow>

const capError = { error: '单件奖品最高价值请填写 0 到 10000 元' }
const PrizeCap = z.int(capError).min(0, capError).max(10_000_00, capError)

const wording = { title: text(30, '活动名称'), slogan: text(30, '活动口号') }
const days = { opensAt: InstantInput, closesAt: InstantInput }

/** A contest tried before it stands: papers come from the bank, nothing is kept. */
const tried = {
  _id: Id.describe('of the trial: the same one draws the same paper'),
  nodeId: Id,
  contest: RuleSet,
  level: z.int().min(1).max(20),
}

export const contestEntries = {
  campaigns: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), ...PageQuery }),
    output: z.object({
      items: z.array(CampaignRow),
      more: z.boolean(),
      /** Contests of unions above that this union's people may play now; on the first page. */
      above: z.array(CampaignRow),
    }),
    access: { role: 'officer', scope: 'node' },
  },
  createCampaign: {
    kind: 'command',
    input: z.strictObject({
      _id: Id,
      nodeId: Id,
      ...wording,
      ...days,
      ruleSet: z
        .string({ error: '请选择一种比法' })
        .regex(/^[a-z-]{1,30}$/, { error: '请选择一种比法' })
        .describe('code of the rule set it was built from'),
      contest: RuleSet,
      prizeCap: PrizeCap.describe('fen: the most one prize may be worth'),
      driveId: Id.optional().describe('the drive it is made for'),
    }),
    output: CampaignRow,
    access: { role: 'officer', scope: 'node' },
    audit: '新建闯关活动',
  },
  moveCampaign: {
    kind: 'command',
    input: z.strictObject({ id: Id, version: Version, act: z.enum(['open', 'close', 'drop']) }),
    output: CampaignRow,
    access: { role: 'officer', scope: 'campaign' },
    audit: '开始、结束或删除闯关活动',
  },
  /** Words and days; papers at hand go on unharmed. What would be unfair to who has played already is refused. */
  changeCampaign: {
    kind: 'command',
    input: z.strictObject({
      id: Id,
      version: Version,
      ...wording,
      ...days,
      attempts: Rules.shape.attempts.shape.count.describe('null: as often as one likes'),
    }),
    output: CampaignRow,
    access: { role: 'officer', scope: 'campaign' },
    audit: '更改闯关活动',
  },
  preview: {
    kind: 'query',
    input: z.strictObject(tried),
    output: Paper,
    access: { role: 'officer', scope: 'node' },
  },
  /** What a player of the trial would see and gain. */
  markPreview: {
    kind: 'query',
    input: z.strictObject({ ...tried, paper: Id.describe('the one tried'), answers: Answers }),
    output: PaperResult,
    access: { role: 'officer', scope: 'node' },
  },
  /** What a team leader passes on: who comes by it plays for this unit, as an officer's word has it. */
  teamLink: {
    kind: 'query',
    input: z.strictObject({ campaignId: Id, unitId: Id }),
    output: z.object({ campaign: z.string(), unit: z.string(), key: z.string() }),
    access: { role: 'officer', scope: 'unit' },
  },
} as const satisfies Contract
