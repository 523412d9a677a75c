import { deriveId } from 'types/ids'
import { creditCheckLetter } from 'types/credit-code'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { city, cityLines, orgEnv, readDocuments } from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

type Detail = {
  id: string
  name: string
  version: number
  state: string
  code: string
  history: { verb: string; by: string; reason: string | null; changes: { field: string; from: string; to: string }[] }[]
}
type List = { items: { id: string; name: string; state: string }[] }

const { east, west } = city.nodes
const { factory, paper } = city.enterprises
const body = '91330100MA2AB1CD5'
const code = `${body}${creditCheckLetter(body)}`

const fresh = sharedCloud()
let cloud: Cloud
beforeAll(async () => {
  cloud = await fresh.open({ env: orgEnv, seed: seedFile(cityLines()), now: '2026-06-10T01:30:00.000Z' })
})
afterAll(fresh.close)

const as =
  (openid: string) =>
  <T>(action: string, input: unknown = {}) =>
    cloud.call<T>('org', action, input, openid)
const [east1, west1, worker] = [as('wx-east1'), as('wx-west1'), as('wx-worker')]

const made = (name: string, nodeId = east._id) => ({
  ...{ _id: deriveId('made', name), nodeId, name, industry: '化工', hasUnion: false, workers: 80, teams: 4 },
  flags: { highRisk: true, nonPublic: false, small: true },
})
const facts = (name: string) => ({
  ...{ name, industry: '化工', hasUnion: false, workers: 80, teams: 4, code: '', address: '' },
  ...{ contactPost: '', contactPhone: '', dispatched: 0, newForms: 0 },
  flags: { highRisk: true, nonPublic: false, small: true },
})
const found = async (name: string, nodeId = east._id) => {
  const who = nodeId === east._id ? east1 : west1
  const { id } = await who<{ id: string }>('createEnterprise', made(name, nodeId))
  return id
}
const detail = (id: string) => east1<Detail>('enterprise', { id })

describe('an enterprise of the register', () => {
  test('changes every field, and tells field by field what it was before', async () => {
    const id = await found('甲化工')
    const wanted = {
      ...facts('甲化工新厂'),
      ...{
        industry: '精细化工',
        hasUnion: true,
        workers: 96,
        teams: 5,
        code: code.toLowerCase(),
        address: '东河路 8 号',
      },
      ...{ contactPost: '安全科', contactPhone: '０571-88000000', dispatched: 12, newForms: 3 },
      flags: { highRisk: false, nonPublic: true, small: true },
    }
    const changed = await east1<Detail>('changeEnterprise', { id, version: 0, ...wanted })
    expect(changed).toMatchObject({ ...wanted, code, contactPhone: '0571-88000000', version: 1 })
    expect(changed.history[0]).toMatchObject({ verb: '修改企业资料', by: '东一' })
    expect(changed.history[0]?.changes).toHaveLength(13)
    expect(changed.history[0]?.changes).toContainEqual({ field: 'workers', from: '80', to: '96' })
    expect(changed.history[0]?.changes).toContainEqual({ field: 'flags.nonPublic', from: '否', to: '是' })
    // The same words again are a retry: nothing more is written down.
    expect(await east1<Detail>('changeEnterprise', { id, version: 0, ...wanted })).toEqual(changed)
    const search = await worker<List>('searchUnits', { words: '甲化工新厂' })
    expect(search.items.map((one) => one.id)).toEqual([id])
  })

  test('is not changed by who looked at an older one, from another district, or to a name that is taken', async () => {
    const id = await found('乙化工')
    await found('丙化工')
    await east1('changeEnterprise', { id, version: 0, ...facts('乙化工'), workers: 81 })
    const late = east1('changeEnterprise', { id, version: 0, ...facts('乙化工'), workers: 82 })
    await expect(late).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(west1('changeEnterprise', { id, version: 1, ...facts('乙化工') })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(west1('enterprise', { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(east1('changeEnterprise', { id, version: 1, ...facts('丙化工') })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: { name: expect.stringContaining('同名企业') as string },
    })
    expect(await detail(id)).toMatchObject({ name: '乙化工', version: 1, workers: 81 })
  })

  test('has a code of its own, and one whose letters are right', async () => {
    const own = '91330100MA2ZZ1ZZ5'.replaceAll('Z', 'Y')
    const one = `${own}${creditCheckLetter(own)}`
    const [first, second] = [await found('丁化工'), await found('戊纸业', west._id)]
    await east1('changeEnterprise', { id: first, version: 0, ...facts('丁化工'), code: one })
    await expect(
      west1('changeEnterprise', { id: second, version: 0, ...facts('戊纸业'), code: one }),
    ).rejects.toMatchObject({ fields: { code: expect.stringContaining('丁化工') as string } })
    const wrong = `${own}${creditCheckLetter(own) === 'A' ? 'B' : 'A'}`
    await expect(
      east1('changeEnterprise', { id: first, version: 1, ...facts('丁化工'), code: wrong }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT', fields: { code: expect.stringContaining('有误') as string } })
    expect((await detail(first)).version).toBe(1)
  })

  test('closes with a reason, is found and entered no more, and comes back', async () => {
    const id = await found('己冶炼')
    const closed = await east1<Detail>('closeEnterprise', { id, version: 0, reason: '已注销' })
    expect(closed).toMatchObject({ state: 'closed', version: 1 })
    expect(closed.history[0]).toMatchObject({ verb: '企业关停', reason: '已注销' })
    expect(await east1('closeEnterprise', { id, version: 0, reason: '已注销' })).toEqual(closed)
    await expect(east1('closeEnterprise', { id, version: 0, reason: '搬走了' })).rejects.toMatchObject({
      code: 'NOT_ALLOWED_NOW',
    })
    expect((await worker<List>('searchUnits', { words: '己冶炼' })).items).toEqual([])
    await expect(worker('setProfile', { unitId: id })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    const invite = { _id: deriveId('invite', id), nodeId: east._id, role: 'fixer', enterpriseId: id }
    await expect(east1('invite', invite)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    const names = async (filter: object) =>
      (await east1<List>('enterprises', { words: '己冶炼', ...filter })).items.map((one) => one.state)
    expect([await names({}), await names({ state: 'closed' })]).toEqual([[], ['closed']])
    await expect(east1('changeEnterprise', { id, version: 1, ...facts('己冶炼'), workers: 1 })).rejects.toMatchObject({
      code: 'NOT_ALLOWED_NOW',
    })
    await east1('reopenEnterprise', { id, version: 1, reason: '恢复生产' })
    expect([await names({}), await names({ state: 'closed' })]).toEqual([['active'], []])
  })

  test('is listed by each of its flags', async () => {
    const names = async (filter: object) =>
      (await as('wx-admin')<List>('enterprises', { ...filter, size: 50 })).items
        .map(({ name }) => name)
        .filter((name) => name === factory.name || name === paper.name)
    expect(await names({ highRisk: true })).toEqual([factory.name])
    expect(await names({ highRisk: false })).toEqual([paper.name])
    expect(await names({ small: true })).toEqual([paper.name])
    expect(await names({ nonPublic: true, small: false })).toEqual([factory.name])
    expect(await names({ hasUnion: false })).toEqual([])
  })

  test('goes out as a sheet that is made once, for its own asker', async () => {
    const input = { _id: deriveId('sheet'), nodeId: east._id, highRisk: true }
    const sheet = await east1<{ rows: number; url: string; fileName: string }>('exportRegister', input)
    expect(sheet.fileName).toBe('东河区总工会企业名册.xlsx')
    expect(sheet.rows).toBe((await east1<List>('enterprises', { highRisk: true, size: 50 })).items.length)
    expect(await east1('exportRegister', input)).toMatchObject({ rows: sheet.rows })
    await expect(as('wx-east2')('exportRegister', input)).rejects.toMatchObject({ code: 'ALREADY_EXISTS' })
    await expect(west1('exportRegister', { ...input, _id: deriveId('x') })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await readDocuments(cloud, 'org_exports')).toHaveLength(1)
  })
})
