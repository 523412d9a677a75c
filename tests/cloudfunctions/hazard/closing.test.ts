import type { HazardState } from 'types/hazard'
import type { OfficerView } from 'types/hazard-views'
import type * as z from 'types/zod'
import { startCloud, type Cloud } from '../../support/cloud'
import { hazardEnv, hazardId, hazardLine, hazardManifest, settle, toSeed, world } from '../../support/factories/hazard'
import { personId } from '../../support/factories/hazard-way'
import { actingOn } from '../../support/factories/hazard-acts'
import { seedFile } from '../../support/seed-file'

type Detail = z.output<typeof OfficerView>

const places: [string, HazardState][] = [
  ['to-assign-2', 'accepted'],
  ['handed-on', 'fixing'],
  ['open-3', 'fixing'],
  ['fixed', 'answered'],
]

let cloud: Cloud
beforeAll(async () => {
  const seeded = places.map(([name, state], index) => hazardLine({ id: hazardId(name), state, number: index + 1 }))
  cloud = await startCloud({
    manifest: hazardManifest(),
    seed: seedFile(toSeed([...world, ...seeded])),
    env: hazardEnv,
  })
  await cloud.clock({ now: '2026-06-10T02:00:00.000Z' })
})
afterAll(() => cloud.stop())

const { stored, photo, act } = actingOn(() => cloud)
const codeOf = async (call: Promise<unknown>) =>
  call.then(
    () => 'OK',
    (failure: { code: string }) => failure.code,
  )

describe('who may close', () => {
  test('who had a hand in the fixing does not close it', async () => {
    await act('to-assign-2', 'assign', 'east-officer', { fixerId: personId('fixer-and-officer') })
    await act('to-assign-2', 'plan', 'zeneng-fixer')
    await act('to-assign-2', 'answer', 'zeneng-fixer')
    await settle(cloud)
    const detail = await cloud.call<Detail>('hazard', 'detail', { id: hazardId('to-assign-2') }, 'fixer-and-officer')
    expect(detail.acts).toEqual(['return', 'classify'])
    expect(await codeOf(act('to-assign-2', 'close', 'fixer-and-officer'))).toBe('SAME_PERSON')
    expect(await codeOf(act('to-assign-2', 'close', 'east-officer'))).toBe('OK')
  })

  test('nor does who answered before somebody else answered again', async () => {
    await act('handed-on', 'answer', 'fixer-and-officer')
    await act('handed-on', 'return', 'east-officer')
    await act('handed-on', 'answer', 'zeneng-fixer')
    await settle(cloud)
    const detail = await cloud.call<Detail>('hazard', 'detail', { id: hazardId('handed-on') }, 'fixer-and-officer')
    expect(detail.acts).toEqual(['return', 'classify'])
    expect(await codeOf(act('handed-on', 'close', 'fixer-and-officer'))).toBe('SAME_PERSON')
    expect(await codeOf(act('handed-on', 'close', 'east-officer'))).toBe('OK')
  })
})

describe('what is closed by', () => {
  test('nothing is closed before its picture is cleaned, and no picture is answered with that is not there', async () => {
    const absent = (await photo('open-3')).replace(/\d+\.jpg$/, 'none.jpg')
    await expect(act('open-3', 'answer', 'zeneng-fixer', { photos: [absent] })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: { photos: expect.any(String) as string },
    })
    const input = { id: hazardId('open-3'), version: 3, words: '已更换', photos: [absent] }
    await cloud.fault({ target: 'storage', mode: 'refuse', times: 500 })
    await cloud.call('hazard', 'answer', input, 'zeneng-fixer')
    await cloud.tick('hazard')
    await cloud.clearFaults()
    expect((await stored('open-3')).answer?.photos[0]).toMatchObject({ check: 'pending', clean: false })
    await expect(act('open-3', 'close', 'east-officer')).rejects.toMatchObject({
      code: 'NOT_ALLOWED_NOW',
      message: '整改照片还在核验，请稍后再销号。',
    })
  })

  test('without a picture that passed nothing is closed', async () => {
    const file = await cloud.upload(`hazard/${hazardId('fixed')}/after/no.jpg`, Buffer.from('<html>'), 'zeneng-fixer')
    await act('fixed', 'return', 'east-officer')
    await act('fixed', 'answer', 'zeneng-fixer', { photos: [file] })
    await settle(cloud)
    expect((await stored('fixed')).answer?.photos[0]?.check).toBe('risky')
    await expect(act('fixed', 'close', 'east-officer')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    await act('fixed', 'return', 'east-officer')
  })
})
