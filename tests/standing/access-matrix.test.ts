import type { Access } from 'types/contract'
import { deriveId } from 'types/ids'
import { writeSheet } from '../../cloudfunctions/kit/sheet-write'
import type { Cloud } from '../support/cloud'
import { entries, nameOf, type Named } from './contracts'
import { forbidden, openToAnyone } from './forbidden'
import { aboutPushes } from './push-samples'
import { samples } from './samples'
import { cast, nodeNamed, openidOf, startWorld, type Part } from './world'

type Who = Part | 'stranger'
const everyone: readonly Who[] = ['stranger', ...(Object.keys(cast) as Part[])]

const roleOf: Record<Who, string | null> = {
  stranger: null,
  worker: null,
  'city officer': 'officer',
  officer: 'officer',
  'other officer': 'officer',
  regulator: 'regulator',
  'other regulator': 'regulator',
  fixer: 'fixer',
  'other fixer': 'fixer',
}

/** Whether a person of the right role reaches the sample's subject: east officer and city officer do, the west never. */
const reaches = (who: Who, scope: string | undefined): boolean => {
  if (!scope) return true
  // The round and the honours of the samples are for the city to settle.
  if (['root', 'yearRound', 'honourDecision'].includes(scope)) return who === 'city officer'
  // The samples' trail is a hazard the regulator was not handed.
  if (who === 'regulator') return ['node', 'application', 'report', 'roster', 'team', 'yearRecord'].includes(scope)
  return ['city officer', 'officer', 'fixer'].includes(who)
}

type Verdict = 'in' | 'FORBIDDEN' | 'NOT_FOUND'

const expected = (access: Access, who: Who): Verdict => {
  if (access === 'anyone') return 'in'
  if (access === 'function') return 'FORBIDDEN'
  if ('owner' in access) return 'NOT_FOUND'
  const roles: readonly string[] = typeof access.role === 'string' ? [access.role] : access.role
  if (!roles.includes(roleOf[who] ?? '')) return 'FORBIDDEN'
  return reaches(who, access.scope) ? 'in' : 'NOT_FOUND'
}

const bureau = nodeNamed('东原区应急管理局')

// A regulator looks at a node of his own tree; the west's regulator at the east's.
const inputFor = (name: string, who: Who) => {
  // A report belongs to who made its id.
  const sample = name === 'hazard.report' ? { ...samples[name], _id: deriveId('report', who) } : (samples[name] ?? {})
  const isRegulator = roleOf[who] === 'regulator'
  return isRegulator && 'nodeId' in sample ? { ...sample, nodeId: bureau } : sample
}

let cloud: Cloud
const ask = async ({ domain, action }: Named, who: Who): Promise<string> => {
  const input = inputFor(`${domain}.${action}`, who)
  const { body } = await cloud.callRaw(domain, { action, input }, openidOf(who))
  const reply = body as { ok?: boolean; error?: { code: string } }
  return reply.ok ? 'OK' : (reply.error?.code ?? JSON.stringify(body))
}

const sheet = () =>
  writeSheet({
    title: '题库',
    columns: ['题目内容', '题目选项', '题目答案'].map((title, index) => ({
      title,
      width: 20,
      cell: (row: string[]) => row[index] ?? '',
    })),
    rows: [['电气火灾先做什么？', 'A.断电**B.泼水', 'A']],
  })

beforeAll(async () => {
  cloud = await startWorld()
  const officer = openidOf('officer')
  await cloud.call('org', 'invite', samples['org.invite'], officer)
  await cloud.call('quiz', 'createCampaign', samples['quiz.createCampaign'], officer)
  await cloud.call('quiz', 'createPrize', samples['quiz.createPrize'], officer)
  await cloud.call('quiz', 'movePrize', { ...samples['quiz.movePrize'], version: 0, act: 'open' }, officer)
  await cloud.call('quiz', 'createDraw', samples['quiz.createDraw'], officer)
  await cloud
    .call(
      'notice',
      'send',
      {
        ...samples['notice.send'],
        wording: { thing1: '安全检查', time2: '2026年6月12日 09:00', thing3: '工人文化宫', thing4: '请准时' },
      },
      officer,
    )
    .catch(() => undefined)
  const fileId = await cloud.upload('quiz/import/sample.xlsx', await sheet(), officer)
  await cloud.call('quiz', 'checkImport', { ...samples['quiz.checkImport'], fileId }, officer)
  await cloud.call('quiz', 'saveImport', samples['quiz.saveImport'], officer)
}, 120_000)
afterAll(() => cloud.stop())

const walked = entries.filter(({ entry }) => entry.kind === 'command' || entry.kind === 'query')

describe('samples', () => {
  test.each(walked.map((named) => [nameOf(named), named] as const))('%s has a valid one', (name, { entry }) => {
    const parsed = entry.input.safeParse(samples[name])
    expect(parsed.success ? [] : parsed.error.issues).toEqual([])
  })
})

describe('who is kept out', () => {
  const triples = entries.flatMap((named) =>
    everyone.map((who) => [who, nameOf(named), expected(named.entry.access, who), named] as const),
  )
  const kept = triples.filter(([, , verdict]) => verdict !== 'in')

  test.each(kept)('%s at %s: %s', async (who, name, verdict, named) => {
    if (named.entry.access === 'function') {
      const { body } = await cloud.callRaw(
        named.domain,
        { action: named.action, input: samplesOfCallbacks[named.action] },
        openidOf(who),
      )
      return expect((body as { error: { code: string } }).error.code).toBe(verdict)
    }
    expect([who, name, await ask(named, who)]).toEqual([who, name, verdict])
  })

  test(`at least 40 triples are forbidden by hand, here ${forbidden.length}`, async () => {
    expect(forbidden.length).toBeGreaterThanOrEqual(40)
    for (const [who, name, reason] of forbidden) {
      const named = entries.find((one) => nameOf(one) === name)
      expect([name, named !== undefined]).toEqual([name, true])
      const code = await ask(named as Named, who)
      expect([who, name, reason, ['FORBIDDEN', 'NOT_FOUND'].includes(code)]).toEqual([who, name, reason, true])
    }
  }, 120_000)

  test('what is open to anyone is exactly the list written by hand', () => {
    const open = entries.filter(({ entry }) => entry.access === 'anyone').map(nameOf)
    expect([...open].sort()).toEqual([...openToAnyone].sort())
  })
})

const samplesOfCallbacks: Record<string, unknown> = {
  deliver: { from: 'hazard', items: [] },
  mediaChecked: { MsgType: 'event', Event: 'wxa_media_check', trace_id: 'none' },
}

describe('who gets in', () => {
  const allowed = walked.flatMap((named) =>
    everyone
      .filter((who) => expected(named.entry.access, who) === 'in')
      .map((who) => [who, nameOf(named), named] as const),
  )
  const denials = ['FORBIDDEN', 'NOT_FOUND', 'INTERNAL', 'UNKNOWN_ACTION']
  // These answer "not found" or "forbidden" about what is asked for, not about who asks.
  const aboutThing = new Set([
    'org.inviteInfo',
    'org.acceptInvite',
    'org.becomeFirstAdministrator',
    'quiz.lock',
    'quiz.submit',
    'quiz.revive',
    'quiz.result',
    'quiz.practise',
    // A piece of the city's contest: the district's officer has no hand in it.
    'quiz.claimByCode',
    'quiz.handOver',
    'quiz.settleSignal',
    'hazard.track',
    'hazard.noteCall',
    'hazard.forgetSpeaker',
    // One id of a join for everybody: the second to use it is told that it is not his.
    'hazard.join',
    // One id of a sheet for everybody likewise.
    'hazard.exportSheet',
    'hazard.reopen',
    'desk.restore',
    'desk.restoreState',
    // A sheet nobody uploaded; a regulator's node; an answer that the union above the recommending one gives.
    ...['org.checkSheet', 'org.saveSheet', 'org.sheet', 'org.setServes', 'volunteer.answerHonour'],
    'notice.pushResult',
    'notice.text',
    'notice.cancelPush',
    'notice.pausePush',
    'notice.resumePush',
    ...aboutPushes,
  ])
  // Done last: it takes the caller's own role, or the person himself, away.
  const last = (name: string) => (name === 'org.revokeGrant' ? 1 : name === 'org.eraseMe' ? 2 : 0)

  test(`nobody entitled is turned away: ${allowed.length} pairs`, async () => {
    const ordered = [...allowed].sort((a, b) => last(a[1]) - last(b[1]))
    const wrong: unknown[] = []
    for (const [who, name, named] of ordered) {
      const code = await ask(named, who)
      if (code === 'INTERNAL' || (!aboutThing.has(name) && denials.includes(code))) wrong.push([who, name, code])
    }
    expect(wrong).toEqual([])
  }, 240_000)

  test('every query of all this was served by a declared index', async () => {
    await cloud.tick()
    const { queries } = await cloud.metrics()
    const scans = queries
      .filter(({ index }) => index === null)
      .map(({ collection, shape, count }) => ({ collection, shape, count }))
    expect(scans).toEqual([])
    expect(queries.length).toBeGreaterThan(40)
  }, 60_000)
})
