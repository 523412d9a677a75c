import type { OutputOf } from 'types/contract'
import type { awardOfficeEntries } from 'types/hazard-award-office'
import type { awardEntries } from 'types/hazard-award-public'
import type { reportEntries } from 'types/hazard-report'
import { deriveId, receiptCode } from 'types/ids'
import type { AwardDoc } from '../../../cloudfunctions/hazard/award/award'
import { startCloudAt, type Cloud } from '../../support/cloud'
import {
  hazardEnv,
  hazardId,
  hazardManifest,
  nodeId,
  person,
  readAll,
  settle,
  toSeed,
  world,
} from '../../support/factories/hazard'
import { awardHazards, awardId, batchOf, city, east, keyOf, workers } from '../../support/factories/hazard-award'
import { seedFile } from '../../support/seed-file'

type Office = typeof awardOfficeEntries
type Award = OutputOf<Office['award']>
type PublicAward = OutputOf<(typeof awardEntries)['publicAward']>
type Report = OutputOf<(typeof reportEntries)['view']>
type Message = { fields: { key: string; value: string }[] }
type Done = { id: string; state: string; version: number }

let cloud: Cloud
beforeAll(async () => {
  const people = Object.entries(workers).map(([openid, name]) => person(openid, name))
  const seed = seedFile(toSeed([...world, ...people, ...awardHazards()]))
  cloud = await startCloudAt({ manifest: hazardManifest(), seed, env: hazardEnv, now: '2026-06-10T02:00:00.000Z' })
})
afterAll(() => cloud.stop())

const call = <T = Done>(action: string, input: object, openid = 'east-officer') =>
  cloud.call<T>('hazard', action, input, openid)
const fault = (failing: Promise<unknown>) =>
  failing.then(
    () => 'no fault',
    (thrown: { message: string; fields?: Record<string, string> }) =>
      Object.values(thrown.fields ?? {})[0] ?? thrown.message,
  )
const award = (name: string, openid?: string) => call<Award>('award', { id: awardId(name) }, openid)
const shown = (name: string) => call<PublicAward>('publicAward', { id: awardId(name) }, 'worker-li')
const draft = (name: string, month: string, change: object = {}, node = east) =>
  call('draftAward', { _id: awardId(name), nodeId: node, ...batchOf(month, change) }, 'city-officer')
const announce = async (name: string, days = 5) => {
  const { version, digest } = await award(name, 'city-officer')
  return call('announceAward', { id: awardId(name), version, digest, days }, 'city-officer')
}
const labels = ({ places }: Pick<Award, 'places'>) => places.map(({ label }) => label)
const tail = (name: string, word = '上报人') => `线索 …${receiptCode(hazardId(name)).slice(-3)} 的${word}`
const fieldOf = ({ fields }: Message, key: string) => fields.find((field) => field.key === key)?.value
const stored = async (name: string) => (await readAll<AwardDoc>(cloud, 'hazard_awards', { _id: awardId(name) }))[0]!

describe('whom a batch rewards', () => {
  test('follows from the rule: graver first, then earlier; everybody once; nobody who handled it', async () => {
    await draft('rule', '2026-03', { grade: '3', count: 2 })
    const { places, waiting, tally, state } = await award('rule')
    expect([state, places.map(({ hazard, hazards: count }) => [hazard?.id, count])]).toEqual([
      'draft',
      [
        [hazardId('m-major'), 1],
        [hazardId('m-level-1'), 1],
      ],
    ])
    expect(waiting).toMatchObject({
      count: 1,
      next: [{ hazard: { id: hazardId('m-again') }, hazards: 2, grade: '三级' }],
    })
    expect(tally).toEqual({ hazards: 8, people: 3, handlers: 2, gone: 1, employers: 0, rewarded: 0 })
  })

  test('somebody is left out with a reason, and the next one stands there; nobody is typed in', async () => {
    const { version, places } = await award('rule')
    const out = { id: awardId('rule'), version, of: places[0]!.of, reason: '本人不愿意' }
    const left = await call('leaveOut', out)
    expect(await call('leaveOut', out)).toEqual(left)
    expect(await fault(call('leaveOut', { ...out, reason: '别的' }))).toContain('以第一次提交的为准')
    expect(await fault(call('leaveOut', { ...out, version: left.version, of: hazardId('m-fixer') }))).toContain(
      '已经不在名单里',
    )
    const now = await award('rule')
    expect(now.places.map(({ hazard }) => hazard?.id)).toEqual([hazardId('m-level-1'), hazardId('m-again')])
    expect(now.left).toEqual([{ of: hazardId('m-major'), label: tail('m-major'), reason: '本人不愿意' }])
    await call('setReward', {
      id: awardId('rule'),
      version: now.version,
      of: hazardId('m-again'),
      reward: { money: null, words: '雨伞' },
    })
    expect((await award('rule')).places.map(({ reward }) => reward)).toEqual([
      { money: 200, words: null },
      { money: null, words: '雨伞' },
    ])
  })

  test('what is announced is the list that was seen, five working days at least, once', async () => {
    const { version, digest } = await award('rule')
    const input = { id: awardId('rule'), version, digest, days: 5 }
    expect(await fault(call('announceAward', { ...input, digest: deriveId('another') }))).toContain('名单刚刚有变化')
    expect(await fault(call('announceAward', { ...input, days: 4 }))).toBe('公示至少 5 个工作日')
    const done = await call('announceAward', input)
    expect(await call('announceAward', input)).toEqual(done)
    const { objectUntil, places } = await award('rule')
    expect([objectUntil, places.map(({ seat }) => seat)]).toEqual(['2026-06-17T15:59:59.999Z', [1, 2]])
    expect(await fault(call('finishAward', { id: awardId('rule'), version: done.version }))).toContain('公示还没有期满')
    expect(
      await fault(call('reviseAward', { id: awardId('rule'), version: done.version, ...batchOf('2026-03') })),
    ).toContain('现在不能这样办理')
  })

  test('a period that is not over, an end before its beginning and a reward of nothing are refused', async () => {
    expect(await fault(draft('odd', '2026-03', { from: '2026-03-09', to: '2026-03-01' }))).toContain('不能早于')
    expect(await fault(draft('odd', '2026-03', { reward: { money: null, words: '' } }))).toBe('请填写奖金或奖品')
    await draft('odd', '2026-06')
    expect(await fault(announce('odd'))).toContain('销号时间段还没有结束')
    expect(await fault(call('award', { id: awardId('odd') }, 'west-officer'))).toContain('没有找到')
  })
})

describe('a list everybody may see', () => {
  const reporters = { 'i-named': 'w-zhao', 'i-crowd': 'w-sun' } as const

  test('calls nobody by his name who did not agree, and those who asked to stay unknown never', async () => {
    await call('namePublicly', { id: hazardId('i-named'), name: 'surname' }, reporters['i-named'])
    expect(await fault(call('namePublicly', { id: hazardId('i-hidden'), name: 'surname' }, 'w-qian'))).toContain(
      '要求保密',
    )
    await draft('names', '2025-04', { who: 'all', grade: '4' })
    await announce('names')
    const { places, state } = await shown('names')
    expect([state, places.map(({ label }) => label)]).toEqual([
      'announced',
      [
        '赵**',
        tail('i-hidden'),
        tail('i-nobody'),
        tail('i-crowd'),
        tail('i-crowd', '共同上报人'),
        tail('i-crowd', '共同上报人'),
      ],
    ])
    expect(places.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/^泽能机械 · 隐患 青泽-2026-/),
      null,
      null,
      null,
      null,
      null,
    ])
    const text = JSON.stringify(places)
    expect(text).not.toMatch(/赵大明|钱|孙|周|吴|w-|电|车间/)
    for (const name of ['i-named', 'i-hidden', 'i-crowd']) expect(text).not.toContain(hazardId(name))
  })

  test('shows who holds an office at the employer nothing of who keeps his name back', async () => {
    const numbers = async (openid: string) =>
      (await award('names', openid)).places.map(({ hazard, name }) => [hazard !== null, name])
    const plain = await numbers('city-officer')
    const [named, ...others] = plain
    expect([named, others.every(([known]) => known)]).toEqual([[true, '赵**'], true])
    expect((await numbers('chair-and-city')).map(([known]) => known)).toEqual([true, false, false, true, true, false])
    expect(await fault(award('names', 'zeneng-chair'))).toContain('没有找到')
  })

  test("is not made by the employer's own union for who keeps his name back", async () => {
    const own = nodeId('zeneng')
    const input = { _id: awardId('own'), nodeId: own, ...batchOf('2025-07', { who: 'all' }) }
    await call('draftAward', input, 'zeneng-chair')
    expect((await award('own', 'zeneng-chair')).tally).toMatchObject({ hazards: 1, people: 1, employers: 1 })
  })

  test('tells its reporters, each on his own page, and takes a surname off at once', async () => {
    await settle(cloud)
    const own = await call<Report>('view', { id: hazardId('i-named') }, 'w-zhao')
    expect(own).toMatchObject({
      publicName: 'surname',
      award: { stage: 'announced', seat: 1, label: '赵**', code: null },
    })
    expect(own.timeline.at(-1)).toMatchObject({ title: '列入奖励公示' })
    const co = await call<Report>('view', { id: hazardId('i-crowd') }, 'w-wu')
    expect(co).toMatchObject({ joined: true, publicName: null, award: { seat: 6 } })
    const message = await readAll<Message>(cloud, 'messages', { openid: 'w-wu' })
    expect(message.map((one) => fieldOf(one, 'phrase3'))).toEqual(['奖励公示'])
    await call('namePublicly', { id: hazardId('i-named'), name: 'code' }, 'w-zhao')
    await settle(cloud)
    expect((await shown('names')).places[0]).toMatchObject({ label: tail('i-named'), detail: null })
    const after = await call<Report>('view', { id: hazardId('i-named') }, 'w-zhao')
    expect(after).toMatchObject({ publicName: 'code', award: { label: tail('i-named') } })
  })
})

const object = (name: string, input: object, openid = 'worker-li') =>
  call(
    'object',
    {
      id: awardId('next'),
      _id: deriveId('test-objection', name),
      seat: null,
      words: '不是他先发现的',
      named: false,
      ...input,
    },
    openid,
  )
const objectionId = (name: string) => deriveId('test-objection', name)

describe('while it is shown', () => {
  test('anybody objects, named or not, and reads the answer; nothing of who gave no name is kept', async () => {
    await draft('next', '2025-05', { count: 2 })
    await draft('again', '2026-05')
    await announce('again')
    expect(await fault(object('early', {}))).toContain('不在公示期')
    await announce('next')
    const made = await object('nameless', { seat: 1 })
    expect(await object('nameless', { seat: 1 })).toEqual(made)
    expect(await fault(object('nameless', { seat: 1, words: '别的' }))).toContain('已经有同样的记录')
    expect(await fault(object('nowhere', { seat: 9 }))).toContain('名单有变化')
    await object('named', { named: true }, 'worker-wang')
    const [nameless, named] = await Promise.all(
      ['nameless', 'named'].map(async (name) =>
        JSON.stringify(await readAll(cloud, 'hazard_objections', { _id: objectionId(name) })),
      ),
    )
    expect([nameless!.includes('worker-li'), named!.includes('worker-wang')]).toEqual([false, true])
    await settle(cloud)
    const told = await readAll<Message>(cloud, 'messages', { openid: 'east-officer' })
    expect(told.filter((one) => fieldOf(one, 'thing1') === '有人对奖励名单提出异议')).toHaveLength(2)
    const { objections } = await award('next')
    expect(objections.map(({ by, seat }) => [by, seat]).sort()).toEqual(
      [
        [null, 1],
        ['王工友', null],
      ].sort(),
    )
    const answer = { id: objectionId('nameless'), version: 0, words: '经核对，确实不是首位', upheld: true }
    await call('answerObjection', answer)
    expect(await fault(call('answerObjection', { ...answer, id: objectionId('named') }, 'west-officer'))).toContain(
      '没有找到',
    )
    expect(await call('objection', { id: objectionId('nameless') }, 'worker-li')).toMatchObject({
      ...{ state: 'answered', answer: { words: '经核对，确实不是首位', upheld: true } },
    })
  })

  test('the next in order comes in for who is taken off or erased himself, and is shown as long as the others', async () => {
    await cloud.clock({ now: '2026-06-15T02:00:00.000Z' })
    const { version, objectUntil } = await award('next')
    expect(objectUntil).toBe('2026-06-17T15:59:59.999Z')
    const input = { id: awardId('next'), version, seat: 1, reason: '异议成立' }
    const dropped = await call('dropFromAward', input)
    expect(await call('dropFromAward', input)).toEqual(dropped)
    expect((await award('next')).places.map(({ seat, hazard }) => [seat, hazard?.id])).toEqual([
      [2, hazardId('next-w-qian')],
      [3, hazardId('next-w-sun')],
    ])
    await erase('w-qian')
    const after = await award('next')
    expect(after.places.map(({ seat, hazard }) => [seat, hazard?.id])).toEqual([
      [3, hazardId('next-w-sun')],
      [4, hazardId('next-w-zhou')],
    ])
    expect(after.objectUntil).toBe('2026-06-23T15:59:59.999Z')
    expect(JSON.stringify([await stored('next'), await stored('names')])).not.toMatch(/w-qian|钱/)
  })

  test('settled only when the period is over and every objection answered, with every hazard still closed', async () => {
    const finish = async () => call('finishAward', { id: awardId('next'), version: (await award('next')).version })
    await cloud.clock({ now: '2026-06-24T02:00:00.000Z' })
    expect(await fault(object('late', {}))).toContain('公示期已在2026年6月23日结束')
    expect(await fault(finish())).toContain('还有异议没有答复')
    await call('answerObjection', { id: objectionId('named'), version: 0, words: '已核对，名单无误', upheld: false })
    const done = await finish()
    expect(await call('finishAward', { id: awardId('next'), version: done.version - 1 })).toEqual(done)
    await settle(cloud)
    expect(await call<Report>('view', { id: hazardId('next-w-zhou') }, 'w-zhou')).toMatchObject({
      award: { stage: 'final', where: '区总工会一楼', code: expect.stringMatching(/^[2-9A-Z]{9}$/) },
    })
  })
})

test('a hazard that is looked at again holds its list up until it is closed, or off the list', async () => {
  const move = async (action: string, more: object = {}) =>
    call(action, { id: awardId('again'), version: (await award('again')).version, ...more })
  await call('reopen', { id: hazardId('looked-at'), version: 5, reason: '又坏了', photos: [] }, 'w-zheng')
  expect(await fault(move('finishAward'))).toContain('第 1 位的隐患正在复查')
  await move('dropFromAward', { seat: 1, reason: '隐患又出现' })
  expect(await fault(move('finishAward'))).toContain('名单上没有人了')
})

describe('a settled list', () => {
  test('is handed over person by person, once; who gave no name shows the code of his own page', async () => {
    const next = await award('names', 'city-officer')
    await call('finishAward', { id: next.id, version: next.version }, 'city-officer')
    await settle(cloud)
    const nobody = { id: hazardId('i-nobody'), retrievalKey: keyOf('i-nobody') }
    const { award: own } = await call<Report>('track', nobody, 'worker-li')
    const { version } = await award('names')
    const hand = (input: object) => call('handOverAward', { id: next.id, version, seat: 3, ...input })
    expect(await fault(hand({}))).toContain('凭领取码领取')
    expect(await fault(hand({ code: 'AAAAAAAAA' }))).toContain('领取码不对')
    const done = await hand({ code: own!.code })
    expect(await hand({ code: own!.code })).toEqual(done)
    expect(await fault(hand({ version: done.version, code: own!.code }))).toContain('已经发放过')
    await hand({ seat: 4, version: done.version })
    await settle(cloud)
    expect((await call<Report>('track', nobody, 'worker-li')).award).toMatchObject({ stage: 'handed', code: null })
    const sheet = await call<OutputOf<Office['awardSignOff']>>('awardSignOff', { id: next.id })
    expect(sheet).toMatchObject({ rows: 5, fileName: expect.stringContaining('签收单') })
  })
})

test('of two lists announced at one moment one takes the person; given up, it leaves him to the other', async () => {
  await draft('left', '2025-06')
  await draft('right', '2025-06', {}, city)
  const [left, right] = await Promise.all([award('left'), award('right', 'city-officer')])
  expect([labels(left), labels(right)]).toEqual([[tail('twice')], [tail('twice')]])
  const both = [left, right].map(({ id, version, digest }) =>
    fault(call('announceAward', { id, version, digest, days: 5 }, 'city-officer')),
  )
  const said = await Promise.all(both)
  expect(said.filter((words) => words === 'no fault')).toHaveLength(1)
  const won = said.indexOf('no fault')
  const [winner, loser] = won === 0 ? ['left', 'right'] : ['right', 'left']
  expect((await award(loser!, 'city-officer')).tally).toMatchObject({ people: 0, rewarded: 1 })
  const { id, version } = await award(winner!, 'city-officer')
  await call('withdrawAward', { id, version, reason: '改由另一级办理' }, 'city-officer')
  expect(labels(await award(loser!, 'city-officer'))).toEqual([tail('twice')])
  expect(await fault(shown(winner!))).toContain('可能已经撤回')
})

const erase = async (openid: string) => {
  const items = [{ id: `erase-${openid}`, kind: 'erase', payload: { openid } }]
  const request_data = JSON.stringify({ action: 'deliver', input: { from: 'org', items } })
  await cloud.admin({
    ...{ action: 'functions.invokeFunction', function_name: 'hazard', request_data, envName: 'local-ankang' },
  })
}
