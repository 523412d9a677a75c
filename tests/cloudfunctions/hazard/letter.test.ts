import { unzipSync } from 'fflate'
import { deriveId } from 'types/ids'
import type { LetterView } from 'types/hazard-letter'
import type { LetterDoc } from '../../../cloudfunctions/hazard/letter/letter'
import type { Cloud } from '../../support/cloud'
import { hazardId, hazardLine, readAll } from '../../support/factories/hazard'
import { startHazardCloud } from '../../support/factories/hazard-cloud'

type Done = { id: string; state: string; version: number }

const letterId = (name: string) => deriveId('test-letter', name)
const seeded = [
  hazardLine({ id: hazardId('named'), state: 'assigned', number: 1 }),
  hazardLine({ id: hazardId('hidden'), state: 'accepted', number: 2, identity: 'hidden', words: '夜班三号炉没人看' }),
  hazardLine({ id: hazardId('new'), state: 'reported' }),
  hazardLine({ id: hazardId('west'), state: 'accepted', number: 3 }),
]

let cloud: Cloud
beforeAll(async () => {
  cloud = await startHazardCloud('2026-06-10T02:00:00.000Z', seeded)
})
afterAll(() => cloud.stop())

const content = {
  ...{ to: '泽能机械', facts: '二号车间配电箱门敞开。', laws: ['safety-60', 'safety-36'], replyDays: 15 },
  suggestion: '建议更换破损电线并加锁。',
}
const call = <T = Done>(action: string, input: object, openid = 'east-officer') =>
  cloud.call<T>('hazard', action, input, openid)
const fault = async (call: Promise<unknown>) =>
  call.then(
    () => ({ code: 'OK', message: '', fields: undefined }),
    (failure: { code: string; message: string; fields?: Record<string, string> }) => failure,
  )
const stored = async (name: string) => (await readAll<LetterDoc>(cloud, 'hazard_letters', { _id: letterId(name) }))[0]!
const draft = (name: string, change: object = {}, openid?: string) =>
  call('draftLetter', { _id: letterId(name), id: hazardId('named'), ...content, ...change }, openid)
const send = (name: string, version = 0, openid?: string) =>
  call('sendLetter', { id: letterId(name), version, way: 'hand', at: '2026-06-10T02:00:00.000Z' }, openid)

describe('a draft', () => {
  test('is proposed from the hazard; who asked not to be known is not told apart by words or day', async () => {
    const named = await call<Record<string, unknown>>('newLetter', { id: hazardId('named') })
    expect(named).toMatchObject({ to: '泽能机械', replyDays: 15, suggestion: '建议更换', guarded: false })
    expect(named.facts).toContain('2026年6月1日，职工反映你单位二号车间存在用电安全方面的问题：配电箱门敞开')
    const hidden = await call<{ facts: string; guarded: boolean }>('newLetter', { id: hazardId('hidden') })
    expect(hidden.guarded).toBe(true)
    expect(hidden.facts).not.toMatch(/夜班|三号炉|6月/)
    expect(JSON.stringify([named, hidden])).not.toMatch(/王工友|worker-wang|冯八/)
  })

  test('the same again is the same draft, other words are refused, an order is no suggestion', async () => {
    expect(await draft('first')).toEqual({ id: letterId('first'), state: 'drafted', version: 0 })
    expect(await draft('first')).toEqual({ id: letterId('first'), state: 'drafted', version: 0 })
    expect((await fault(draft('first', { facts: '别的事' }))).code).toBe('ALREADY_EXISTS')
    expect((await fault(draft('ordered', { suggestion: '责令三日内整改' }))).fields).toEqual({
      suggestion: '工会只能建议、督促、提请，请不要写“责令”',
    })
    expect((await fault(draft('unlawful', { laws: ['safety-999'] }))).code).toBe('INVALID_INPUT')
    const early = await fault(draft('early', { id: hazardId('new') }))
    expect(early).toMatchObject({ code: 'NOT_ALLOWED_NOW', message: '请先受理这条隐患，再起草建议函。' })
    expect(await readAll(cloud, 'hazard_letters')).toHaveLength(1)
  })

  test('can be changed and given up until it is sent', async () => {
    await draft('given-up')
    const id = letterId('given-up')
    expect(await call('reviseLetter', { id, version: 0, ...content, facts: '改过' })).toMatchObject({ version: 1 })
    expect((await fault(call('reviseLetter', { id, version: 0, ...content, facts: '又改' }))).code).toBe(
      'NOT_ALLOWED_NOW',
    )
    expect(await call('discardLetter', { id, version: 1 })).toMatchObject({ state: 'discarded' })
    expect((await fault(send('given-up', 2))).code).toBe('NOT_ALLOWED_NOW')
  })
})

test('numbers run from one in each union, none twice and none left out, however many are sent at once', async () => {
  const names = ['n1', 'n2', 'n3', 'n4', 'n5']
  await Promise.all(names.map((name) => draft(name)))
  await draft('city', {}, 'city-officer')
  await Promise.all([...names.map((name) => send(name)), send('city', 0, 'city-officer')])
  const numbers = await Promise.all(names.map(async (name) => (await stored(name)).number))
  expect(numbers.sort()).toEqual([1, 2, 3, 4, 5].map((count) => `东原区工安建〔2026〕${count}号`))
  expect((await stored('city')).number).toBe('青泽市工安建〔2026〕1号')
  const again = await send('n1')
  expect(again).toMatchObject({ state: 'sent', version: 1 })
  expect(
    (await fault(call('sendLetter', { id: letterId('n1'), version: 0, way: 'post', at: '2026-06-10T02:00:00.000Z' })))
      .code,
  ).toBe('NOT_ALLOWED_NOW')
})

describe('a letter that was sent', () => {
  test('is due on a working day, and goes no further while there is time', async () => {
    // The 15th day, 25 June, is a Thursday; the 17th a Saturday.
    expect((await stored('n1')).replyDueAt?.toISOString()).toBe('2026-06-25T15:59:59.999Z')
    await draft('weekend', { replyDays: 17 })
    await send('weekend')
    expect((await stored('weekend')).replyDueAt?.toISOString()).toBe('2026-06-29T15:59:59.999Z')
    const refer = { id: letterId('n1'), version: 1, reason: '提请督促', at: '2026-06-10T03:00:00.000Z' }
    const early = await fault(call('referLetter', { ...refer, regulator: '应急管理局', union: '市总工会' }))
    expect(early.message).toBe('还在答复期内（2026年6月25日止），到期没有回复再提请。')
    const future = { id: letterId('n1'), version: 1, words: '已收到', at: '2026-06-12T03:00:00.000Z' }
    expect((await fault(call('recordReply', future))).fields).toEqual({ at: '日期不能晚于今天' })
    const foreign = { ...future, at: '2026-06-10T03:00:00.000Z', photos: ['cloud://x.y/letter/other/1.jpg'] }
    expect((await fault(call('recordReply', foreign))).fields).toHaveProperty('photos')
  })

  test('is answered, or refused and taken to both authorities, whose receipts are kept', async () => {
    const at = '2026-06-10T03:00:00.000Z'
    expect(await call('recordReply', { id: letterId('n1'), version: 1, words: '已更换', at })).toMatchObject({
      state: 'replied',
    })
    const id = letterId('n2')
    expect(await call('recordRefusal', { id, version: 1, words: '认为不是隐患', at })).toMatchObject({
      state: 'refused',
    })
    const view = await call<LetterView>('letter', { id })
    expect(view.acts).toEqual(['reply', 'refer'])
    expect(view.proposed).toEqual({ regulator: '', union: '青泽市总工会' })
    const to = { regulator: '东原区应急管理局', union: '青泽市总工会' }
    expect(await call('referLetter', { id, version: 2, reason: '提请督促整改', at, ...to })).toMatchObject({
      state: 'referred',
    })
    await call('recordReceipt', { id, version: 3, from: 'regulator', number: '应急收〔2026〕88号', at })
    const twice = await fault(call('recordReceipt', { id, version: 4, from: 'regulator', number: '另一个号', at }))
    expect(twice.message).toBe('收件编号已经记录：应急收〔2026〕88号')
    await call('recordReceipt', { id, version: 4, from: 'union', number: '市工收7', at })
    const after = await call<LetterView>('letter', { id })
    expect(after.referral).toMatchObject({
      regulator: { to: '东原区应急管理局', receipt: { number: '应急收〔2026〕88号' } },
      union: { to: '青泽市总工会', receipt: { number: '市工收7' } },
    })
    expect(after.acts).toEqual(['reply'])
    expect(after.timeline.map(({ title }) => title)).toEqual([
      ...['起草建议函', '发出，当面送达', '企业不采纳建议', '提请监管部门和上级工会'],
      ...['监管部门已收件', '上级工会已收件'],
    ])
  })

  test('is printed for Word in the words of a union, one paper for each who is written to', async () => {
    const texts = async (name: string, copy: string) => {
      const { url, fileName } = await call<{ url: string; fileName: string }>('printLetter', {
        id: letterId(name),
        copy,
      })
      const file = unzipSync(new Uint8Array(await (await fetch(url)).arrayBuffer()))['word/document.xml'] as Uint8Array
      return {
        fileName,
        text: Buffer.from(file)
          .toString('utf8')
          .replace(/<[^>]+>/g, ''),
      }
    }
    const letter = await texts('n3', 'enterprise')
    expect(letter.fileName).toMatch(/^东原区工安建〔2026〕\d号 关于整改事故隐患的建议函\.docx$/)
    expect(letter.text).toContain('《安全生产法》第六十条“有权提出解决的建议，生产经营单位应当及时研究答复”')
    expect(letter.text).toContain('于2026年6月25日前将处理情况书面答复我会')
    const referral = await texts('n2', 'regulator')
    expect(referral.text).toContain('东原区应急管理局：')
    expect(referral.text).toContain('该单位于2026年6月10日表示：认为不是隐患')
    for (const { text } of [letter, referral]) expect(text).not.toMatch(/责令|处罚|罚款|王工友/)
    expect((await fault(call('printLetter', { id: letterId('n3'), copy: 'union' }))).message).toBe(
      '还没有提请，不能打印提请函。',
    )
  })

  test('is reminded of once before the day and once after it, then it may go further', async () => {
    const told = async () =>
      (await readAll<{ page: string; fields: { value: string }[] }>(cloud, 'messages'))
        .filter(({ page }) => page?.includes(letterId('n3')))
        .map(({ fields }) => fields[0]?.value)
    expect(await told()).toEqual([])
    for (const now of [
      '2026-06-23T02:00:00.000Z',
      '2026-06-23T03:00:00.000Z',
      '2026-06-26T02:00:00.000Z',
      '2026-06-27T02:00:00.000Z',
    ]) {
      await cloud.clock({ now })
      for (let round = 0; round < 3; round++) await cloud.tick('hazard')
    }
    // Two officers of the district, and one who also holds a fixer's seat.
    expect((await told()).sort()).toEqual([
      ...Array(3).fill('建议函到期没有答复'),
      ...Array(3).fill('建议函快到答复期限'),
    ])
    expect((await call<LetterView>('letter', { id: letterId('n3') })).acts).toEqual(['reply', 'refuse', 'refer'])
  })
})

test('letters of a subtree are listed for its officers and for nobody else', async () => {
  const all = await call<{ items: { id: string }[] }>('letters', {})
  expect(all.items.length).toBeGreaterThan(5)
  expect((await call<{ items: object[] }>('letters', { state: 'replied' })).items).toHaveLength(1)
  expect((await call<{ items: object[] }>('letters', {}, 'west-officer')).items).toEqual([])
  for (const [action, input] of [
    ['letter', { id: letterId('n1') }],
    ['printLetter', { id: letterId('n1') }],
    ['newLetter', { id: hazardId('named') }],
  ] as const)
    expect((await fault(call(action, input, 'west-officer'))).code).toBe('NOT_FOUND')
  expect((await fault(call('letters', {}, 'zeneng-fixer'))).code).toBe('FORBIDDEN')
})
