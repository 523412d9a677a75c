import type { OfficerView } from 'types/hazard-views'
import type * as z from 'types/zod'
import { startCloud, type Cloud } from '../../support/cloud'
import { actingOn } from '../../support/factories/hazard-acts'
import { hazardEnv, hazardId, hazardLine, hazardManifest, toSeed, world } from '../../support/factories/hazard'
import { seedFile } from '../../support/seed-file'

type Detail = z.output<typeof OfficerView>

let cloud: Cloud
beforeAll(async () => {
  const seeded = [
    hazardLine({ id: hazardId('june'), state: 'accepted', number: 1 }),
    hazardLine({ id: hazardId('july'), state: 'accepted', number: 2, createdAt: new Date('2026-06-30T16:00:00.000Z') }),
    hazardLine({ id: hazardId('major'), state: 'fixing', grade: 'major', number: 3 }),
  ]
  cloud = await startCloud({
    manifest: hazardManifest(),
    seed: seedFile(toSeed([...world, ...seeded])),
    env: hazardEnv,
  })
  await cloud.clock({ now: '2026-07-10T02:00:00.000Z' })
})
afterAll(() => cloud.stop())

const { act, stored } = actingOn(() => cloud)
const shown = async (name: string) =>
  (await cloud.call<Detail>('hazard', 'detail', { id: hazardId(name) }, 'east-officer')).classes

test('a report is classed by the edition of its own day, not of today', async () => {
  await act('june', 'classify', 'east-officer', { accident: '05' })
  await act('july', 'classify', 'east-officer', { accident: '27' })
  expect((await shown('june'))?.accident).toEqual({ standard: 'GB 6441-1986', code: '05' })
  expect((await shown('july'))?.accident).toEqual({ standard: 'GB 6441-2025', code: '27' })
})

test('what the edition of that day does not have is refused at its field and changes nothing', async () => {
  const { version, classes, events } = await stored('june')
  for (const [field, code] of [
    ['accident', '27'],
    ['accident', 'constructor'],
    ['factor', '05'],
  ])
    await expect(act('june', 'classify', 'east-officer', { [field!]: code })).rejects.toMatchObject({
      ...{ code: 'INVALID_INPUT', fields: { [field!]: expect.stringContaining('请重新选择') as string } },
    })
  expect(await stored('june')).toMatchObject({ version, classes, events })
})

test('a basis belongs to a major one, and another standard is named', async () => {
  await expect(act('june', 'classify', 'east-officer', { basis: '13' })).rejects.toMatchObject({
    fields: { basis: '只有重大隐患要写判定依据' },
  })
  await expect(act('major', 'classify', 'east-officer', { basis: 'other' })).rejects.toMatchObject({
    fields: { note: expect.any(String) as string },
  })
  await act('major', 'classify', 'east-officer', { basis: 'other', note: '重大火灾隐患判定规则' })
  expect(await shown('major')).toMatchObject({ basis: { code: 'other' }, note: '重大火灾隐患判定规则' })
  await act('major', 'classify', 'east-officer', { basis: '13', note: '重大火灾隐患判定规则' })
  expect(await shown('major')).toMatchObject({ basis: { standard: '应急管理部令第10号', code: '13' } })
  expect((await stored('major')).events.filter(({ act: verb }) => verb === 'classify')).toHaveLength(2)
})

test('the reporter and the enterprise read nothing of it', async () => {
  const { timeline } = await cloud.call<Detail>('hazard', 'fixDetail', { id: hazardId('major') }, 'zeneng-fixer')
  expect(timeline.map(({ title }) => title)).not.toContain('已写明事故类别和判定依据')
  expect(timeline.some(({ tone }) => tone === 'now')).toBe(true)
})
