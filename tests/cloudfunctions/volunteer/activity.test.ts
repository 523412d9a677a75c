import { deriveId } from 'types/ids'
import { sharedCloud, type Cloud } from '../../support/cloud'
import {
  atRest,
  activityCalls,
  activityForm,
  activityId,
  activitySeed,
  checklist,
  volunteerLine,
} from '../../support/factories/activity'
import { deliverTo } from '../../support/factories/org'
import { testEnv } from '../../support/factories/quiz'
import { applicationId, idOf } from '../../support/factories/volunteer'
import { rawDocuments } from '../../support/raw-documents'

const now = '2026-06-10T02:00:00.000Z'
const start = '2026-06-12T01:00:00.000Z'
const crowd = Array.from({ length: 100 }, (_, index) => `v${index}`)

const fresh = sharedCloud()
let cloud: Cloud
beforeAll(async () => {
  const more = [volunteerLine('stranger', 'west'), volunteerLine('builder', 'east', ['construction'])]
  cloud = await fresh.open({ seed: activitySeed([...crowd, 'ann', 'ben', 'cat', 'dan'], more), env: testEnv, now })
})
afterAll(fresh.close)

const calls = activityCalls(() => cloud)
const { call, create, publish, join, leave, view, office } = calls
const refusal = (code: string) => expect.objectContaining({ code })
const saying = (words: string) => expect.objectContaining({ message: expect.stringContaining(words) as string })
const version = async (id: string) => (await office(id)).version
const settled = () => atRest(cloud)

describe('before anybody joins', () => {
  test('nothing is published before every point of the checklist is answered and every risk has a measure', async () => {
    const id = activityId('gate')
    await create(id, activityForm(start, now))
    await expect(call('publishActivity', { id, version: 0 }, 'east-officer')).rejects.toEqual(saying('安全准备'))
    const { answers } = checklist()
    const without = (key: string) => answers.filter((one) => one.key !== key)
    const wrong = [
      checklist({ owner: '' }),
      checklist({ answers: without('first-aid') }),
      checklist({ answers: [...without('weather'), { key: 'weather', answer: 'risk', measure: '' }] }),
      checklist({ answers: [...without('insurance'), { key: 'insurance', answer: 'none', measure: '' }] }),
    ]
    for (const given of wrong) {
      await call('checkActivity', { id, version: await version(id), checklist: given }, 'east-officer')
      const refused = call('publishActivity', { id, version: await version(id) }, 'east-officer')
      await expect(refused).rejects.toEqual(refusal('NOT_ALLOWED_NOW'))
    }
    const measured = [...without('weather'), { key: 'weather', answer: 'risk', measure: '有雷雨就改期' }]
    const none = measured.map((one) => (one.key === 'vehicles' ? { ...one, answer: 'none' } : one))
    await call(
      'checkActivity',
      { id, version: await version(id), checklist: checklist({ answers: none as never }) },
      'east-officer',
    )
    const published = await call<{ state: string }>(
      'publishActivity',
      { id, version: await version(id) },
      'east-officer',
    )
    expect(published.state).toBe('open')
    const worse = { id, version: await version(id), checklist: checklist({ owner: '' }) }
    await expect(call('checkActivity', worse, 'east-officer')).rejects.toEqual(refusal('INVALID_INPUT'))
  })

  test('times that do not fit are said at their fields; the same id again is the same activity', async () => {
    const id = activityId('times')
    const form = activityForm(start, now)
    const wrong = { ...form, endsAt: start, joinUntil: '2026-06-12T02:00:00.000Z' }
    const fields = { 'form.endsAt': expect.any(String) as string, 'form.joinUntil': expect.any(String) as string }
    await expect(create(id, wrong)).rejects.toMatchObject({ code: 'INVALID_INPUT', fields })
    const first = await create(id, form)
    expect(await create(id, form)).toEqual(first)
    await expect(create(id, { ...form, title: '另一个' })).rejects.toEqual(refusal('ALREADY_EXISTS'))
    await expect(
      create(activityId('up'), { ...form, audience: { ...form.audience, nodeId: idOf('root') } }),
    ).rejects.toMatchObject({
      fields: { 'form.audience.nodeId': expect.any(String) as string },
    })
  })

  test('a draft is nobody’s business yet', async () => {
    const id = activityId('secret-draft')
    await create(id, activityForm(start, now))
    await expect(view(id, 'ann')).rejects.toEqual(refusal('NOT_FOUND'))
    await expect(join(id, 'ann')).rejects.toEqual(refusal('NOT_FOUND'))
  })
})

describe('joining', () => {
  test('a hundred at one moment: as many places as there are, the others wait in the order of the line', async () => {
    const id = await publish('crowd', activityForm(start, now, { quota: 30 }))
    const answers = await Promise.all(crowd.flatMap((openid) => [join(id, openid), join(id, openid)]))
    expect(answers.every((answer) => answer.id === id)).toBe(true)
    await settled()
    const [doc] = await rawDocuments(cloud, 'activities', { _id: id })
    const line = (doc?.line as { id: string }[]).map((one) => one.id)
    expect(new Set(line).size).toBe(100)
    const docs = await rawDocuments(cloud, 'attendances', { activityId: id })
    const stateOf = (application: string) => docs.find((one) => one.applicationId === application)?.state
    expect(docs).toHaveLength(100)
    expect(line.map(stateOf)).toEqual(line.map((_, place) => (place < 30 ? 'joined' : 'waiting')))
    const openids = line.map((application) => crowd.find((openid) => applicationId(openid) === application) ?? '')
    expect(await view(id, openids[30] ?? '')).toMatchObject({ mine: 'waiting', ahead: 0, joined: 30, waiting: 70 })

    await leave(id, openids[3] ?? '')
    await leave(id, openids[3] ?? '')
    await settled()
    expect(await calls.states(id)).toMatchObject({
      [openids[3] ?? '']: 'cancelled',
      [openids[30] ?? '']: 'joined',
      [openids[31] ?? '']: 'waiting',
    })
    const told = await cloud.call<{ items: { fields: { value: string }[] }[] }>(
      'notice',
      'inbox',
      {},
      openids[30] ?? '',
    )
    expect(JSON.stringify(told)).toContain('您已转为正式报名')
    await join(id, openids[3] ?? '')
    await settled()
    expect(await view(id, openids[3] ?? '')).toMatchObject({ mine: 'waiting', ahead: 69 })
  })

  test('a call that died between the line and the attendance is made whole by the clock', async () => {
    const id = await publish('died', activityForm('2026-06-13T01:00:00.000Z', now))
    await cloud.fault({ target: 'function', name: 'volunteer', mode: 'kill', trips: 2, times: 1 })
    await expect(join(id, 'dan')).rejects.toBeDefined()
    await cloud.clearFaults()
    await settled()
    expect(await calls.states(id)).toEqual({ dan: 'joined' })
    expect(await join(id, 'dan')).toEqual({ id })
  })

  test('who is not asked hears why: another district, another profession, nobody on the roster, a clash', async () => {
    const electric = { nodeId: idOf('east'), teamId: null, specialties: ['electrician' as const] }
    const id = await publish('asked', activityForm('2026-06-14T01:00:00.000Z', now, { audience: electric }))
    await expect(join(id, 'stranger')).rejects.toEqual(saying('东澜区总工会的志愿者'))
    await expect(join(id, 'builder')).rejects.toEqual(saying('电工专业'))
    await expect(join(id, 'worker')).rejects.toEqual(saying('列入志愿者名册以后'))
    await join(id, 'ann')
    const near = await publish('near', activityForm('2026-06-14T02:00:00.000Z', now, { title: '别处' }))
    await expect(join(near, 'ann')).rejects.toEqual(saying('时间冲突'))
    const after = await publish('after', activityForm('2026-06-14T03:00:00.000Z', now))
    expect(await join(after, 'ann')).toEqual({ id: after })
    expect(await view(near, 'ann')).toMatchObject({
      mayJoin: false,
      why: expect.stringContaining('用电安全进社区') as string,
    })
  })

  test('lists: what one may go to, the soonest first, with the own standing; nothing for who is no volunteer', async () => {
    type List = { enrolled: boolean; items: { id: string; startsAt: string; mine: string | null }[] }
    const { items, enrolled } = await call<List>('activities', {}, 'ann')
    const times = items.map(({ startsAt }) => startsAt)
    expect(enrolled).toBe(true)
    expect(times).toEqual([...times].sort())
    expect(items.find(({ id }) => id === activityId('asked'))?.mine).toBe('joined')
    expect(await call<List>('activities', {}, 'worker')).toEqual({ enrolled: false, items: [], more: false })
    expect((await call<List>('activities', {}, 'stranger')).items).toEqual([])
  })
})

describe('what changes afterwards', () => {
  test('a new time is told to those who joined; fewer places than people is refused; more move people up', async () => {
    const first = '2026-06-16T01:00:00.000Z'
    const id = await publish('change', activityForm(first, now, { quota: 1 }))
    await join(id, 'ann')
    await join(id, 'ben')
    await settled()
    const later = activityForm('2026-06-17T01:00:00.000Z', now, { quota: 2 })
    await call('reviseActivity', { id, version: await version(id), form: later }, 'east-officer')
    await settled()
    expect(await calls.states(id)).toEqual({ ann: 'joined', ben: 'joined' })
    const heard = JSON.stringify(await cloud.call('notice', 'inbox', {}, 'ann'))
    expect(heard).toContain('改到')
    const [doc] = await rawDocuments(cloud, 'attendances', { activityId: id, openid: 'ann' })
    expect(doc?.startsAt).toEqual({ $date: '2026-06-17T01:00:00.000Z' })
    const fewer = call(
      'reviseActivity',
      { id, version: await version(id), form: { ...later, quota: 1 } },
      'east-officer',
    )
    await expect(fewer).rejects.toMatchObject({ fields: { 'form.quota': expect.any(String) as string } })
    await expect(
      call('reviseActivity', { id, version: await version(id), form: later }, 'west-officer'),
    ).rejects.toEqual(refusal('NOT_FOUND'))
  })

  test('a cancelled activity tells everybody and leaves nobody absent', async () => {
    const id = await publish('off', activityForm('2026-06-18T01:00:00.000Z', now, { quota: 1 }))
    await join(id, 'ann')
    await join(id, 'ben')
    await call('cancelActivity', { id, version: await version(id), reason: '雷雨预警' }, 'east-officer')
    await settled()
    expect(await calls.states(id)).toEqual({ ann: 'cancelled', ben: 'cancelled' })
    expect(JSON.stringify(await cloud.call('notice', 'inbox', {}, 'ben'))).toContain('活动已取消')
    expect(await view(id, 'ann')).toMatchObject({ state: 'cancelled', reason: '雷雨预警', mayJoin: false })
    await expect(join(id, 'cat')).rejects.toEqual(saying('已经取消'))
  })

  test('who erases himself gives his place to the next one, and stands nowhere any more', async () => {
    const id = await publish('gone', activityForm('2026-06-19T01:00:00.000Z', now, { quota: 1 }))
    await join(id, 'cat')
    await join(id, 'ben')
    await settled()
    const item = { id: deriveId('erase', 'cat'), kind: 'erase', payload: { openid: 'cat' } }
    expect(await deliverTo(cloud, 'volunteer', [item], 'org')).toEqual([item.id])
    await settled()
    const docs = await rawDocuments(cloud, 'attendances', { activityId: id })
    expect(docs.map(({ openid, state }) => [String(openid), state]).sort()).toEqual([
      ['ben', 'joined'],
      ['null', 'cancelled'],
    ])
  })
})
