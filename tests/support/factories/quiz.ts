import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { deriveId } from 'types/ids'
import type { QuestionFile } from 'types/bank'
import type { Rules } from 'types/quiz-rules'
import { ruleSets } from 'types/rule-sets'
import type { Cloud } from '../cloud'

type Line = { c: string; d: Record<string, unknown> }

const folder = path.resolve(__dirname, '../../../config/data/questions')

/** Environment of the functions in tests: keys of nobody. */
export const testEnv = {
  SENSITIVE_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
  HMAC_KEY: Buffer.alloc(32, 9).toString('base64'),
  DRAW_SECRET: 'a draw secret of the tests',
  FIRST_ADMINISTRATOR_SECRET: 'first-secret-of-the-tests',
}

/** The shipped bank as documents of `questions`. */
export const bankDocuments = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const file = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as QuestionFile
      return file.questions.map(({ id, ...question }) => ({
        ...question,
        _id: deriveId('bank', id),
        options: question.kind === 'judge' ? ['正确', '错误'] : question.options,
        law: file.law,
        lawVersion: file.version,
        state: 'live',
        source: 'bank',
      }))
    })
    .sort((a, b) => (a._id < b._id ? -1 : 1))

type CampaignOptions = {
  id?: string
  under: string[]
  levels?: number
  questions?: number
  seconds?: number
  passRight?: number
  attemptsPerDay?: number
  /** What differs from the level ladder's rules. */
  rules?: Partial<Rules>
  opensAt?: string
  closesAt?: string
  state?: 'draft' | 'open' | 'closed'
}

const date = (iso: string) => ({ $date: { $numberLong: String(Date.parse(iso)) } })

/** NDJSON lines of one running campaign over the shipped bank: every level draws from all of it. */
export const campaignLines = (options: CampaignOptions): Line[] => {
  const { id = deriveId('campaign', 'test'), under, levels = 3, questions = 5, seconds = 120, passRight = 3 } = options
  const {
    attemptsPerDay = 10,
    opensAt = '2026-06-01T00:00:00Z',
    closesAt = '2026-06-30T16:00:00Z',
    state = 'open',
  } = options
  const pool = bankDocuments()
  const questionIds = pool.map(({ _id }) => _id)
  const part = { categories: ['rights'], difficulties: [1, 2, 3], questions }
  const rule = (n: number) => ({ title: `第 ${n} 关`, draw: [part], pool: 0, study: false, seconds, passRight })
  const levelRules = Array.from({ length: levels }, (_, index) => rule(index + 1))
  const attempts = { count: attemptsPerDay, per: 'day', each: 'contest' } as const
  const rules: Rules = { ...ruleSets[0].rules, attempts, ...options.rules }
  const window = { opensAt: date(opensAt), closesAt: date(closesAt), state }
  const campaign = {
    ...{
      _id: id,
      nodeId: under.at(-1),
      under,
      title: '安全生产月法律知识闯关',
      slogan: '人人讲安全',
      rules,
      levelRules,
      levels,
    },
    ...{ ...window, ruleSet: 'level-ladder', prizeCap: 200_00, players: 0, papers: 0, passed: 0 },
    ...{ version: 0, subject: '闯关活动', seq: 0, head: '0'.repeat(64) },
    ...{ events: [], outbox: [], outboxAt: null, createdAt: date(opensAt), updatedAt: date(opensAt) },
  }
  return [
    { c: 'campaigns', d: campaign },
    ...levelRules.flatMap((each, index) => {
      const _id = `${id}.${index + 1}`
      const shared = { level: index + 1, revision: 'r1', rules, rule: each }
      const head = { _id, campaignId: id, under, ...window, ...shared }
      const drawn = { _id: `${_id}.pool`, pooledFor: id, ...shared, pool: [pool], questions: questionIds }
      return [head, drawn].map((d) => ({ c: 'quiz_levels', d }))
    }),
  ]
}

const changeLease = async (cloud: Pick<Cloud, 'admin'>, filter: object, set: object): Promise<boolean> => {
  const reply = await cloud.admin({
    ...{ action: 'database.modifyDocument', collectionName: 'leases', queryType: 'WHERE', envName: 'local-ankang' },
    ...{ multi: true, merge: true, upsert: false },
    query: JSON.stringify({ _id: 'quiz.drain', ...filter }),
    data: JSON.stringify({ $set: set }),
  })
  return (reply as { data: { updated: number } }).data.updated > 0
}

/** Keeps the drainer from starting, so that a test decides when it does. */
export const holdDrainer = async (cloud: Cloud) => {
  for (let round = 0; round < 100; round++) {
    await cloud.tick('quiz')
    const until = date('2100-01-01T00:00:00Z')
    if (await changeLease(cloud, { until: date('1970-01-01T00:00:00Z') }, { until, holder: 'test' })) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the drainer does not rest')
}
export const freeDrainer = (cloud: Cloud) =>
  changeLease(cloud, { holder: 'test' }, { until: date('1970-01-01T00:00:00Z') })
