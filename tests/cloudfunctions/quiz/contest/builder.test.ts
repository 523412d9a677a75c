import { deriveId } from 'types/ids'
import type { OutputOf } from 'types/contract'
import type { contestEntries } from 'types/quiz-contest'
import type { Paper, PaperResult } from 'types/quiz-play'
import { findRuleSet } from 'types/rule-sets'
import type { RuleSet } from 'types/quiz-rules'
import type { Cloud } from '../../../support/cloud'
import { answersOf, playing } from '../../../support/factories/quiz-play'
import { city } from '../../../support/factories/org'
import { officer, openContest, settled, shanghai, startContestCloud, units } from '../../../support/factories/contest'
import { rawDocuments } from '../../../support/raw-documents'

jest.setTimeout(240_000)

const { root } = city.nodes
const cast = { anna: { unit: 'works' }, ben: {} } as const

let cloud: Cloud
beforeAll(async () => {
  cloud = await startContestCloud(cast)
})
beforeEach(() => cloud.clock({ now: shanghai('2026-06-10 10:00') }))
afterAll(() => cloud.stop())

type Row = OutputOf<typeof contestEntries.createCampaign>
const shipped = (code: string): RuleSet => {
  const set = findRuleSet(code)
  if (!set) throw new Error(code)
  return { rules: set.rules, levels: set.levels }
}
const failure = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    ({ code, fields, message }: { code: string; fields?: object; message: string }) => ({ code, fields, message }),
  )

describe('trying a contest before it stands', () => {
  const _id = deriveId('trial', 'one')
  const ask = (contest: RuleSet, level = 1, id = _id, openid = officer) =>
    cloud.call<Paper>('quiz', 'preview', { _id: id, nodeId: root._id, contest, level }, openid)
  const mark = (contest: RuleSet, paper: Paper, answers: unknown, level = 1) =>
    cloud.call<PaperResult>(
      'quiz',
      'markPreview',
      { _id, nodeId: root._id, contest, level, paper: paper.id, answers },
      officer,
    )

  test('the same trial is the same paper, another one another, and nothing is kept of either', async () => {
    const contest = shipped('daily-paper')
    const before = await rawDocuments(cloud, 'plays')
    const [one, again, other] = [
      await ask(contest),
      await ask(contest),
      await ask(contest, 1, deriveId('trial', 'two')),
    ]
    expect(one.questions).toHaveLength(15)
    expect(again.questions).toEqual(one.questions)
    expect(other.questions).not.toEqual(one.questions)
    expect(JSON.stringify(one)).not.toMatch(/"(key|answer|explain|article)"/)
    expect(await rawDocuments(cloud, 'plays')).toEqual(before)
    expect(await rawDocuments(cloud, 'quiz_levels', { pooledFor: _id })).toEqual([])
  })

  test('it says what a player would have gained, and counts nobody', async () => {
    const contest = shipped('daily-paper')
    const paper = await ask(contest)
    const result = await mark(contest, paper, answersOf(paper, 3))
    expect(result).toMatchObject({ right: 12, total: 15, score: 80, passed: true, gained: { points: 12, chances: 2 } })
    expect(result.questions[0]?.explain.length).toBeGreaterThan(0)
    await settled(cloud)
    expect(await rawDocuments(cloud, 'papers')).toEqual([])
  })

  test('the fifth theme’s card for a paper without a mistake', async () => {
    const contest = shipped('five-cards')
    const paper = await ask(contest, 5)
    expect((await mark(contest, paper, answersOf(paper), 5)).gained).toEqual({ points: 100, chances: 0, card: '月' })
  })

  test('where a mistake ends the paper, what lies behind it does not count', async () => {
    const { rules, levels } = shipped('daily-paper')
    const wrong = { ...rules.wrong, as: 'ends' as const }
    const contest: RuleSet = { rules: { ...rules, answering: 'locked', wrong }, levels }
    const paper = await ask(contest)
    expect(paper).toMatchObject({ answering: 'locked', endsOnWrong: true })
    const answers = answersOf(paper).map((answer, index) => (index === 7 ? answersOf(paper, 15)[7] : answer))
    expect(await mark(contest, paper, answers)).toMatchObject({ right: 7, closedBy: 'mistake', gained: { points: 7 } })
  })

  test('answers to another paper are not marked', async () => {
    const contest = shipped('daily-paper')
    const other = await ask(contest, 1, deriveId('trial', 'two'))
    expect(await failure(mark(contest, other, answersOf(other)))).toMatchObject({ code: 'CONFLICT' })
  })

  test.each([
    ['a level the bank is too small for', { questions: 50, categories: ['union'], difficulties: [3] }, 'levels.0.draw'],
    ['no category', { questions: 5, categories: [], difficulties: [1] }, 'levels.0.draw.0.categories'],
  ])('%s is told at its field', async (_, part, field) => {
    const { rules, levels } = shipped('daily-paper')
    const [level] = levels
    if (!level) throw new Error('no level')
    const contest = { rules, levels: [{ ...level, passRight: 1, draw: [part] }] }
    const found = await failure(ask(contest as RuleSet))
    expect(found?.code).toBe('INVALID_INPUT')
    expect(Object.keys(found?.fields ?? {})).toEqual([`contest.${field}`])
  })
})

describe('how large a contest may be', () => {
  const many = (length: number, of: (index: number) => string) => Array.from({ length }, (_, index) => of(index))
  const name = (index: number) => `c${index}`.padEnd(20, 'x')
  const junk = (levels: number, categories: readonly string[]): RuleSet => {
    const { rules } = shipped('level-ladder')
    const draw = [{ categories: ['rights', ...categories], difficulties: [1, 2, 3], questions: 1 }]
    const level = { title: '一关', draw: [...draw, ...draw, ...draw], pool: 3, study: false, seconds: 60, passRight: 1 }
    return { rules, levels: Array.from({ length: levels }, () => level) }
  }
  const create = (contest: RuleSet) =>
    cloud.call(
      'quiz',
      'createCampaign',
      {
        ...{ _id: deriveId('campaign', 'large'), nodeId: root._id, title: '大', slogan: '大', ruleSet: 'level-ladder' },
        ...{ contest, prizeCap: 0, opensAt: shanghai('2026-06-10 00:00'), closesAt: shanghai('2026-06-20 00:00') },
      },
      officer,
    )

  test.each([
    ['long names of categories', junk(1, ['类'.repeat(21)]), 'contest.levels.0.draw.0.categories.1'],
    ['too many categories', junk(1, many(20, name)), 'contest.levels.0.draw.0.categories'],
    ['all of it at once', junk(20, many(19, name)), 'contest.levels'],
  ])('%s is refused with a plain sentence, and nothing is made', async (_, contest, field) => {
    const found = await failure(create(contest))
    expect(found).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { [field]: expect.stringMatching(/[一-龥]/) as string },
    })
    expect(await rawDocuments(cloud, 'campaigns', { _id: deriveId('campaign', 'large') })).toEqual([])
  })
})

describe('days', () => {
  test('a contest of five days needs five days', async () => {
    const found = await failure(
      openContest(cloud, {
        ...{ id: deriveId('campaign', 'short'), code: 'five-cards' },
        ...{ opensAt: '2026-06-11 00:00', closesAt: '2026-06-15 00:00' },
      }),
    )
    expect(found).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { closesAt: expect.stringContaining('5 天') as string },
    })
  })

  test('a draft begins by itself on its first day, and stays one where its days have passed', async () => {
    const make = (name: string, opensAt: string, closesAt: string) =>
      cloud.call<Row>(
        'quiz',
        'createCampaign',
        {
          ...{ _id: deriveId('campaign', name), nodeId: root._id, title: name, slogan: name, ruleSet: 'daily-paper' },
          ...{ contest: shipped('daily-paper'), prizeCap: 0, opensAt: shanghai(opensAt), closesAt: shanghai(closesAt) },
        },
        officer,
      )
    await make('tomorrow', '2026-06-11 00:00', '2026-06-20 00:00')
    await make('past', '2026-06-01 00:00', '2026-06-05 00:00')
    const stateOf = async (name: string) => (await rawDocuments(cloud, 'campaigns', { title: name }))[0]?.state
    await settled(cloud)
    expect([await stateOf('tomorrow'), await stateOf('past')]).toEqual(['draft', 'draft'])
    await cloud.clock({ now: shanghai('2026-06-11 00:01') })
    await settled(cloud)
    expect([await stateOf('tomorrow'), await stateOf('past')]).toEqual(['open', 'draft'])
    expect(await playing(() => cloud, deriveId('campaign', 'tomorrow')).start('anna', 'begun')).toBeDefined()
  })
})

describe('deleting a draft', () => {
  const make = (name: string) =>
    cloud.call<Row>(
      'quiz',
      'createCampaign',
      {
        ...{ _id: deriveId('campaign', name), nodeId: root._id, title: name, slogan: name, ruleSet: 'daily-paper' },
        ...{ contest: shipped('daily-paper'), prizeCap: 0 },
        ...{ opensAt: shanghai('2026-06-11 00:00'), closesAt: shanghai('2026-06-20 00:00') },
      },
      officer,
    )
  const act = ({ id, version }: Row, wanted: string) =>
    cloud.call<Row>('quiz', 'moveCampaign', { id, version, act: wanted }, officer)
  const listed = async () =>
    (await cloud.call<{ items: Row[] }>('quiz', 'campaigns', { nodeId: root._id }, officer)).items.map(({ id }) => id)

  test('it leaves every list, begins no more, and stays in the trail; a retry gets the same answer', async () => {
    const row = await make('mistake')
    expect(await listed()).toContain(row.id)
    const dropped = await act(row, 'drop')
    expect(dropped).toMatchObject({ state: 'dropped', version: row.version + 1 })
    expect(await act(row, 'drop')).toEqual(dropped)
    expect(await listed()).not.toContain(row.id)
    await cloud.clock({ now: shanghai('2026-06-11 00:01') })
    await settled(cloud)
    const [doc] = await rawDocuments(cloud, 'campaigns', { _id: row.id })
    expect(doc?.state).toBe('dropped')
    const heads = await rawDocuments(cloud, 'quiz_levels', { campaignId: row.id })
    expect(heads.map(({ state }) => state)).toEqual(['dropped'])
    const [begun] = [await failure(playing(() => cloud, row.id).start('anna', 'dropped'))]
    expect(begun).toMatchObject({ code: 'PERIOD_CLOSED' })
    expect(await failure(cloud.call('quiz', 'campaign', { campaignId: row.id }, 'anna'))).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await rawDocuments(cloud, 'events', { subjectId: row.id, act: 'drop' })).toHaveLength(1)
  })

  test('neither brought back nor changed; a running one is ended, not deleted', async () => {
    const dropped = await act(await make('gone'), 'drop')
    expect(await failure(act(dropped, 'open'))).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    const { id, version, title, slogan, opensAt, closesAt } = dropped
    const change = { id, version, title, slogan, opensAt, closesAt, attempts: 2 }
    expect(await failure(cloud.call('quiz', 'changeCampaign', change, officer))).toMatchObject({
      code: 'NOT_ALLOWED_NOW',
    })
    const open = await act(await make('running'), 'open')
    expect(await failure(act(open, 'drop'))).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  })
})

describe('changing a running contest', () => {
  const open = (name: string) =>
    openContest(cloud, {
      ...{ id: deriveId('campaign', name), code: 'daily-paper' },
      ...{ opensAt: '2026-06-10 00:00', closesAt: '2026-06-20 00:00' },
    })
  const changeOf = ({ id, version, title, slogan, opensAt, closesAt, attempts }: Row, wish: object = {}) => ({
    ...{ id, version, title, slogan, opensAt, closesAt, attempts: attempts.count },
    ...wish,
  })
  const change = (row: Row, wish: object, openid = officer) =>
    cloud.call<Row>('quiz', 'changeCampaign', changeOf(row, wish), openid)

  test('a paper at hand goes on unharmed, and the new attempts and days are there at once', async () => {
    const row = await open('unharmed')
    const { start, submit, view } = playing(() => cloud, row.id)
    const paper = await start('anna', 'at hand')
    const changed = await change(row, {
      title: '每日一答（延长）',
      closesAt: shanghai('2026-06-25 00:00'),
      attempts: 2,
    })
    expect(changed).toMatchObject({ title: '每日一答（延长）', attempts: { count: 2 }, version: row.version + 1 })
    expect(await submit('anna', paper, 5)).toMatchObject({ right: 10, gained: { points: 10, chances: 2 } })
    expect((await view('anna')).attemptsLeft).toBe(1)
    expect((await submit('anna', await start('anna', 'second'), 0)).right).toBe(15)
    await cloud.clock({ now: shanghai('2026-06-24 12:00') })
    expect((await start('anna', 'late')).questions).toHaveLength(15)
    // What is written under a later clock would wait for it in every test behind.
    await settled(cloud)
  })

  test('a retry meets its own change; two officers do not overwrite each other', async () => {
    const row = await open('twice')
    const first = await change(row, { slogan: '人人会应急' })
    expect(await change(row, { slogan: '人人会应急' })).toEqual(first)
    expect(await failure(change(row, { slogan: '别的口号' }))).toMatchObject({ code: 'CONFLICT' })
    expect(await failure(change(row, { slogan: '别的口号' }, 'wx-admin2'))).toMatchObject({ code: 'CONFLICT' })
  })

  test('what would be unfair is refused at its field and changes nothing', async () => {
    const row = await open('fair')
    const more = await change(row, { attempts: 3 })
    const unfair = { opensAt: shanghai('2026-06-12 00:00'), closesAt: shanghai('2026-06-19 00:00'), attempts: 2 }
    const found = await failure(change(more, unfair))
    expect(Object.keys(found?.fields ?? {}).sort()).toEqual(['attempts', 'closesAt', 'opensAt'])
    // A chance for every five right answers and no end of papers.
    expect((await failure(change(more, { attempts: null })))?.fields).toHaveProperty('attempts')
    const [doc] = await rawDocuments(cloud, 'campaigns', { _id: row.id })
    expect(Number(doc?.version)).toBe(more.version)
  })

  test.each([1, 2, 3])('killed after trip %i, the levels follow their campaign all the same', async (trips) => {
    const row = await open(`killed ${trips}`)
    await settled(cloud)
    await cloud.fault({ target: 'function', name: 'quiz', mode: 'kill', trips })
    await failure(change(row, { attempts: 4 }))
    await cloud.clearFaults()
    await settled(cloud)
    const again = await change(row, { attempts: 4 })
    expect(again.version).toBe(row.version + 1)
    await settled(cloud)
    const [head] = await rawDocuments(cloud, 'quiz_levels', { campaignId: row.id })
    expect(JSON.stringify((head?.rules as { attempts: { count: unknown } }).attempts.count)).toContain('4')
  })
})

describe('a team’s link', () => {
  const link = (unitId: string, openid: string, campaignId = deriveId('campaign', 'team')) =>
    cloud.call<{ key: string; unit: string }>('quiz', 'teamLink', { campaignId, unitId }, openid)

  test('who comes by it plays for the unit, as the officer’s word has it', async () => {
    const row = await openContest(cloud, {
      ...{ id: deriveId('campaign', 'team'), code: 'daily-paper' },
      ...{ opensAt: '2026-06-10 00:00', closesAt: '2026-06-20 00:00' },
    })
    const { attempt, view } = playing(() => cloud, row.id)
    await attempt('ben', 'first')
    const { key, unit } = await link(units.works._id, 'wx-east1')
    expect(unit).toBe('青石机械厂')
    const ask = (teamKey: string, unitId: string) =>
      cloud.call('quiz', 'teamUnit', { campaignId: row.id, unitId, teamKey }, 'ben')
    expect(await ask(key, units.works._id)).toEqual({ name: '青石机械厂' })
    expect(await failure(ask(key, units.yard._id))).toMatchObject({ code: 'LINK_EXPIRED' })
    const declare = (teamKey: string, unitId: string) =>
      cloud.call('quiz', 'declareUnit', { campaignId: row.id, unitId, teamKey }, 'ben')
    expect(await failure(declare(key, units.yard._id))).toMatchObject({ code: 'LINK_EXPIRED' })
    await declare(key, units.works._id)
    expect((await view('ben')).unit).toMatchObject({ id: units.works._id, how: 'team', verified: true })
  })

  test('none for a contest that has not begun', async () => {
    const { rules, levels } = shipped('daily-paper')
    const id = deriveId('campaign', 'not begun')
    const input = {
      ...{ _id: id, nodeId: root._id, title: '未开始', slogan: '未开始', ruleSet: 'daily-paper', prizeCap: 0 },
      ...{ contest: { rules, levels }, opensAt: shanghai('2026-06-12 00:00'), closesAt: shanghai('2026-06-20 00:00') },
    }
    await cloud.call('quiz', 'createCampaign', input, officer)
    expect(await failure(link(units.works._id, 'wx-east1', id))).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  })

  test('only an officer above the enterprise hands it out, and only while the contest is not over', async () => {
    expect(await failure(link(units.works._id, 'wx-west1'))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await failure(link(units.works._id, 'anna'))).toMatchObject({ code: 'FORBIDDEN' })
    await cloud.clock({ now: shanghai('2026-06-21 00:00') })
    await settled(cloud)
    expect(await failure(link(units.works._id, 'wx-east1'))).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  })
})
