import readExcelFile, { readSheet } from 'read-excel-file/node'
import type { OutputOf } from 'types/contract'
import type { quizContract } from 'types/quiz'
import type { Cloud } from '../../../support/cloud'
import { city } from '../../../support/factories/org'
import { playing } from '../../../support/factories/quiz-play'
import { campaignId, officer, settled, startRankCloud, units } from '../../../support/factories/ranks'
import { rawDocuments } from '../../../support/raw-documents'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startRankCloud({ cast: { anna: 'works', ben: 'dock', cai: null } })
  const { attempt } = playing(() => cloud, campaignId)
  await attempt('anna', 'a', 0)
  await attempt('ben', 'b', 1)
  await attempt('cai', 'c', 2)
  await settled(cloud)
})
afterAll(() => cloud.stop())

const exported = async (input: object = {}) => {
  const answer = await cloud.call<OutputOf<typeof quizContract.exportResults>>(
    ...(['quiz', 'exportResults', { campaignId, ...input }, officer] as const),
  )
  const { status, body } = await cloud.request(answer.url)
  expect(status).toBe(200)
  return { answer, body }
}
const rowsOf = async (body: Buffer, sheet: string) => (await readSheet(body, sheet)) as unknown[][]

test('three sheets as a union hands them in', async () => {
  const { answer, body } = await exported()
  expect(answer).toMatchObject({ fileName: '安全生产月法律知识闯关成绩.xlsx', units: 2, players: 3 })
  expect((await readExcelFile(body)).map(({ sheet }) => sheet)).toEqual(['单位参与情况', '个人成绩', '未参与单位'])
  const sums = await rowsOf(body, '单位参与情况')
  expect(String(sums[0]?.[0])).toContain('安全生产月法律知识闯关')
  expect(String(sums[1]?.[0])).toContain(city.nodes.root.name)
  expect(sums[2]).toEqual([
    ...['序号', '单位', '所属工会', '职工人数', '参与人数', '参与率', '人均得分', '人均积分', '总分', '满分人数'],
    ...['未核实人数', '名次'],
  ])
  expect(sums[3]).toEqual([1, units.dock.name, city.nodes.west.name, 40, 1, '2.5%', 80, 2, 80, 0, 1, 1])
  expect(sums[4]).toEqual([2, units.works.name, city.nodes.east.name, 120, 1, '0.8%', 100, 0.8333, 100, 1, 1, 2])
  const persons = await rowsOf(body, '个人成绩')
  expect(persons.slice(3, 6).map((row) => [row[0], row[2], row[3], row[5], row[7]])).toEqual([
    [1, '项**', units.works.name, 100, 1],
    [2, '项**', units.dock.name, 80, 1],
    [3, '项**', null, 60, 1],
  ])
  const absent = (await rowsOf(body, '未参与单位')).slice(3, 6).map((row) => row[1])
  expect(absent.sort()).toEqual([units.idle.name, units.office.name, units.stall.name].sort())
})

test('full names only with a purpose, which is written down', async () => {
  await expect(exported({ full: true })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  const { body } = await exported({ full: true, reason: '颁发奖状' })
  expect(JSON.stringify(await rowsOf(body, '个人成绩'))).toContain('项安宁')
  await settled(cloud)
  const events = await rawDocuments(cloud, 'events', { verb: '导出活动成绩' })
  expect(events.map(({ data }) => (data as Record<string, unknown>).reason)).toContain('颁发奖状')
})
