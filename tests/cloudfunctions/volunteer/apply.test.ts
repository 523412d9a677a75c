import { addDays, dateOf } from 'types/calendar'
import { idCardCheckCharacter } from 'types/id-card'
import type { ApplicationForm } from 'types/volunteer-form'
import type { ApplicationView } from 'types/volunteer-views'
import type * as z from 'types/zod'
import { startCloud, type Cloud } from '../../support/cloud'
import { testEnv } from '../../support/factories/quiz'
import { applicationId, cast, consent, form, idCard, idOf, nodeLines, place } from '../../support/factories/volunteer'
import { rawDocuments } from '../../support/raw-documents'
import { seedFile } from '../../support/seed-file'

type View = z.output<typeof ApplicationView>
const now = '2026-06-10T02:00:00.000Z'

// A registered enterprise of the west district, with a union of its own.
const plantLine = {
  c: 'enterprises',
  d: {
    _id: applicationId('plant'),
    name: '泽能机械厂',
    nodeId: idOf('plant'),
    under: place.plant,
    terms: [],
    outboxAt: null,
  },
}

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud({ seed: seedFile([...nodeLines(), ...cast(), plantLine]), env: testEnv })
  await cloud.clock({ now })
})
afterAll(() => cloud.stop())

const apply = (openid: string, name: string, change: Partial<ApplicationForm> = {}, given: unknown = consent()) =>
  cloud.call<View>('volunteer', 'apply', { _id: applicationId(name), form: form(change), consent: given }, openid)
const bornOn = (date: string) => date.replaceAll('-', '')
const stored = () => rawDocuments(cloud, 'applications')

describe('what is refused before anything is written', () => {
  const today = dateOf(now)
  const eighteen = `${Number(today.slice(0, 4)) - 18}${today.slice(4)}`
  const seventyOne = `${Number(today.slice(0, 4)) - 71}${today.slice(4)}`
  const wrong = (number: string) => `${number.slice(0, 17)}${number.endsWith('1') ? '2' : '1'}`
  const full = '１２３４５６７８９０１２３４５６７８'
  test.each<[string, Partial<ApplicationForm>, string, RegExp]>([
    ['a wrong check character', { idCard: wrong(idCard()) }, 'form.idCard', /填错/],
    ['30 February', { idCard: `99000119850230001${idCardCheckCharacter('99000119850230001')}` }, 'form.idCard', /日期/],
    ['full-width digits', { idCard: full }, 'form.idCard', /全角/],
    ['17 digits', { idCard: idCard().slice(1) }, 'form.idCard', /18 位/],
    ['15 digits', { idCard: '990001850309001' }, 'form.idCard', /15 位的一代身份证/],
    ['29 February of a common year', { idCard: idCard('19850229') }, 'form.idCard', /日期/],
    ['the day before turning 18', { idCard: idCard(bornOn(addDays(eighteen, 1))) }, 'form.idCard', /年满 18 周岁/],
    ['71 years', { idCard: idCard(bornOn(seventyOne)) }, 'form.idCard', /不超过 70 周岁/],
    ['somebody else’s signature', { signature: '王春' }, 'form.signature', /一致/],
    ['a name that is no name', { name: '小王 123' }, 'form.name', /汉字/],
    ['another specialty without a word', { specialties: ['other'] }, 'form.otherSpecialty', /写明/],
    ['an enterprise union as reviewer', { nodeId: idOf('plant') }, 'form.nodeId', /受理/],
    ['a regulator as reviewer', { nodeId: idOf('cityRegulator') }, 'form.nodeId', /受理/],
    ['a union that is not there', { nodeId: applicationId('nowhere') }, 'form.nodeId', /受理/],
  ])('%s', async (_title, change, field, sentence) => {
    const refused = apply('worker', 'refused', change)
    await expect(refused).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(refused.catch(({ fields }) => fields[field])).resolves.toMatch(sentence)
    expect(await stored()).toEqual([])
  })

  test('without today’s consent', async () => {
    for (const given of [
      { ...consent(), version: '2020-1' },
      { ...consent(), textHash: '0'.repeat(64) },
    ])
      await expect(apply('worker', 'refused', {}, given)).rejects.toMatchObject({ code: 'CONSENT_REQUIRED' })
    const unticked = apply('worker', 'refused', {}, { ...consent(), agreed: false })
    await expect(unticked).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    expect(await stored()).toEqual([])
  })
})

describe('once', () => {
  test('eighteen today may apply; numbers and health lie sealed, consent is recorded', async () => {
    const birth = `${Number(dateOf(now).slice(0, 4)) - 18}0610`
    const change = {
      name: '柳青',
      idCard: idCard(birth).toLowerCase(),
      phone: '13900000018',
      health: 'limited' as const,
    }
    const view = await apply('young', 'young', change)
    expect(view).toMatchObject({ health: 'limited', birthDate: '2008-06-10' })
    const [doc] = await stored()
    const text = JSON.stringify(doc)
    for (const secret of [idCard(birth), '13900000018', '"limited"']) expect(text).not.toContain(secret)
    expect(doc).toMatchObject({ consents: [{ version: consent().version, textHash: consent().textHash }] })
  })

  test('born on 29 February: 17 on 28 February, 18 on 1 March; 70 on the day before the 71st birthday', async () => {
    const leap = { name: '严寒', idCard: idCard('20080229') }
    await cloud.clock({ now: '2026-02-28T15:59:00.000Z' })
    const early = apply('leap', 'leap', leap)
    await expect(early.catch(({ fields }) => fields['form.idCard'])).resolves.toMatch(/年满 18 周岁/)
    await cloud.clock({ now: '2026-02-28T16:01:00.000Z' })
    expect(await apply('leap', 'leap', leap)).toMatchObject({ birthDate: '2008-02-29' })
    await cloud.clock({ now })
    expect(await apply('old', 'old', { name: '古松', idCard: idCard('19550611') })).toMatchObject({
      state: 'submitted',
    })
  })

  test('two phones of one person with one form: one application, the later one is told to look at it', async () => {
    const change = { name: '双木', idCard: idCard('19790101') }
    await apply('double', 'phone-1', change)
    await expect(apply('double', 'phone-2', change)).rejects.toMatchObject({
      ...{ code: 'ALREADY_EXISTS', message: expect.stringContaining('我的申请') },
    })
  })

  test('one ID number in two districts at the same moment: exactly one is taken', async () => {
    const number = idCard('19780101')
    const settled = await Promise.allSettled([
      apply('east-a', 'east-a', { name: '东山', idCard: number, nodeId: idOf('east') }),
      apply('west-a', 'west-a', { name: '东山', idCard: number, nodeId: idOf('west') }),
    ])
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const [refused] = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []))
    expect(refused).toMatchObject({ code: 'ALREADY_EXISTS', message: expect.stringContaining('已有一份申请') })
    expect(await rawDocuments(cloud, 'applications', { openid: { $in: ['east-a', 'west-a'] } })).toHaveLength(1)
  })

  test('the conditions are read by the reviewer with what speaks for each', async () => {
    const change = { name: '余庆', idCard: idCard('19770101'), generalVolunteer: false, frontLine: true }
    const { id, enteredGeneral } = await apply('judged', 'judged', change)
    expect(enteredGeneral).toBe(false)
    const seen = await cloud.call<View>('volunteer', 'detail', { id }, 'east-officer')
    expect(seen.eligibility.map(({ no, hard, met }) => [no, hard, met])).toEqual([
      ...[
        ['（一）', true, true],
        ['（二）', true, true],
        ['（三）', true, true],
        ['（四）', true, true],
      ],
      ...[
        ['（五）', true, true],
        ['（六）', false, false],
        ['（三）', false, true],
      ],
    ])
    expect(seen.eligibility[3]?.reason).toBe('49 周岁；健康状况：健康')
    expect(seen.eligibility[5]?.reason).toContain('录入')
  })

  test('no member of the union, or no pledge: told so, and nothing is stored', async () => {
    for (const rule of ['unionMember', 'pledge', 'lawAbiding', 'versed', 'fit']) {
      const refused = apply('outsider', 'outsider', { [rule]: false } as never)
      await expect(refused.catch(({ fields }) => Object.keys(fields))).resolves.toEqual([`form.${rule}`])
    }
    expect(await rawDocuments(cloud, 'applications', { openid: 'outsider' })).toEqual([])
  })

  test('retried twice it is one application with one answer', async () => {
    const first = await apply('retry', 'retry', { name: '苏河', idCard: idCard('19800101') })
    const second = await apply('retry', 'retry', { name: '苏河', idCard: idCard('19800101') })
    expect(second).toEqual(first)
  })

  test('tapped twice at the same moment it is one application, both answers the same', async () => {
    const change = { name: '季明', idCard: idCard('19810101') }
    const views = await Promise.all([1, 2, 3].map(() => apply('tapper', 'tapper', change)))
    expect(new Set(views.map((view) => JSON.stringify(view))).size).toBe(1)
  })

  test('two people with one number at the same moment: one application, and the sentence names nobody', async () => {
    const number = idCard('19820101')
    const settled = await Promise.allSettled([
      apply('twin-a', 'twin-a', { name: '甲木', idCard: number }),
      apply('twin-b', 'twin-b', { name: '乙木', idCard: number }),
    ])
    const refused = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as Error] : []))
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatchObject({ code: 'ALREADY_EXISTS' })
    expect(refused[0]?.message).not.toMatch(/甲木|乙木|东澜|2026/)
    expect(await rawDocuments(cloud, 'applications', { openid: { $in: ['twin-a', 'twin-b'] } })).toHaveLength(1)
  })

  test('a second application of the same person with another number is told so', async () => {
    await apply('second', 'second-1', { name: '丁一', idCard: idCard('19830101') })
    const again = apply('second', 'second-2', { name: '丁一', idCard: idCard('19830102') })
    await expect(again).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
      message: expect.stringContaining('已有一份申请'),
    })
  })

  test('a lost reply: the write is there, the retry answers it', async () => {
    await cloud.fault({ target: 'function', name: 'volunteer', mode: 'timeout-after', times: 1 })
    const change = { name: '施雨', idCard: idCard('19840101') }
    await expect(apply('lost', 'lost', change)).rejects.toMatchObject({ code: expect.any(Number) })
    expect(await apply('lost', 'lost', change)).toMatchObject({ state: 'submitted', version: 0 })
  })

  test('text that WeChat finds risky is refused and nothing is kept', async () => {
    const change = { name: '卫平', idCard: idCard('19850101'), experience: '本地辱骂测试词' }
    await expect(apply('risky', 'risky', change)).rejects.toMatchObject({ code: 'CONTENT_RISKY' })
    expect(await rawDocuments(cloud, 'applications', { openid: 'risky' })).toEqual([])
  })

  test('while WeChat’s content check is down the application is not lost, a person looks', async () => {
    await cloud.fault({ target: 'openapi', name: 'security.msgSecCheck', mode: 'refuse', times: 1, errcode: -1 })
    const view = await apply('down', 'down', { name: '海宁', idCard: idCard('19860101') })
    expect(view.state).toBe('submitted')
    expect(await rawDocuments(cloud, 'applications', { openid: 'down' })).toEqual([
      expect.objectContaining({ textCheck: 'review' }),
    ])
  })
})

describe('what it costs and finds', () => {
  test('an applicant’s calls need at most three trips', async () => {
    await cloud.resetMetrics()
    await apply('cheap', 'cheap', { name: '李舟', idCard: idCard('19870101') })
    await apply('cheap', 'cheap', { name: '李舟', idCard: idCard('19870101') })
    await cloud.call('volunteer', 'mine', {}, 'cheap')
    await cloud.call('volunteer', 'reviewers', { words: '东澜' }, 'cheap')
    await cloud.call('volunteer', 'withdraw', { id: applicationId('cheap'), version: 0 }, 'cheap')
    const figures = (await cloud.metrics()).functions.find(({ name }) => name === 'volunteer')
    for (const action of ['apply', 'mine', 'reviewers', 'withdraw'])
      expect([action, (figures?.actions[action]?.trips.max ?? 99) <= 3]).toEqual([action, true])
  })

  test('reviewers: unions that review, by words; never enterprises or regulators', async () => {
    const names = async (words?: string) => {
      const input = words === undefined ? {} : { words }
      const reply = await cloud.call<{ items: { name: string }[] }>('volunteer', 'reviewers', input, 'worker')
      return reply.items.map(({ name }) => name)
    }
    expect(await names('柳岸街道')).toEqual(['东澜区柳岸街道总工会'])
    expect(await names('东澜区')).toEqual(expect.arrayContaining(['东澜区总工会', '东澜区柳岸街道总工会']))
    expect(await names()).toHaveLength(4)
    expect(await names('应急管理')).toEqual([])
    expect(await names('机械厂')).toEqual([])
  })

  test('reviewers of a unit: the unions above it, the nearest first; none for a unit nobody registered', async () => {
    const namesOf = async (unitId: string) => {
      const reply = await cloud.call<{ items: { name: string }[] }>('volunteer', 'reviewers', { unitId }, 'worker')
      return reply.items.map(({ name }) => name)
    }
    expect(await namesOf(applicationId('plant'))).toEqual(['西澜区总工会', '安州市总工会'])
    expect(await namesOf(applicationId('nowhere'))).toEqual([])
  })
})
