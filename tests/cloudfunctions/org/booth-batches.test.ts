import { unzipSync } from 'fflate'
import { deriveId } from 'types/ids'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { boothDoc, city, cityLines, drained, orgEnv, readDocuments, seedLine } from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

const { root, east, west, zeneng } = city.nodes
const { factory, paper } = city.enterprises
const now = '2026-06-16T01:30:00.000Z'
const fresh = sharedCloud()
let cloud: Cloud

const booths = Object.fromEntries(
  ['lost', 'gate', 'hall', 'market'].map((name) => [name, boothDoc(east, { name })]),
) as Record<'lost' | 'gate' | 'hall' | 'market', ReturnType<typeof boothDoc>>
const far = boothDoc(west, { name: '西山展台' })
const above = boothDoc(root, { name: '市级展台' })
const shut = boothDoc(east, { name: '停用展台', state: 'closed' })

beforeAll(async () => {
  const all = [...Object.values(booths), far, above, shut]
  cloud = await fresh.open({
    ...{ env: orgEnv, now },
    seed: seedFile([...cityLines(), ...all.map((doc) => seedLine('booths', doc))]),
  })
})
afterAll(fresh.close)

const call = <T>(openid: string, action: string, input: unknown = {}) => cloud.call<T>('org', action, input, openid)
const refused = (openid: string, action: string, input: unknown) =>
  call(openid, action, input).then(
    () => undefined,
    (thrown: { code: string; fields?: Record<string, string> }) => thrown,
  )
type Booth = {
  id: string
  name: string
  state: string
  version: number
  scans: number
  people: number
  redirected: number
}
type Landing = { booth: { id: string } | null; task: string; union: { name: string } }
const boothOf = (id: string) => call<Booth>('wx-admin', 'booth', { id })
const scan = (openid: string, booth: string, at?: string) =>
  call(openid, 'scan', { _id: deriveId('scan', openid, booth, at ?? ''), booth, ...(at ? { at } : {}) })
const counted = async (id: string) => {
  await drained(cloud, 'org', ['people', 'booths'])
  const { scans, people, redirected } = await boothOf(id)
  return { scans, people, redirected }
}

const places = Array.from({ length: 50 }, (_, index) => ({
  name: `${index + 1} 号展台`,
  place: `东街 ${index + 1} 号`,
}))
const batch = { _id: deriveId('batch'), nodeId: east._id, title: '安全月东街', task: 'quiz', places }

const standing = (names: readonly string[], node = east, openid = 'wx-east1') =>
  Promise.all(
    names.map(async (name) => {
      const wish = { _id: deriveId('stands', name), nodeId: node._id, name, place: '门口', task: 'home' }
      return (await call<Booth>(openid, 'createBooth', wish)).id
    }),
  )

describe('a batch', () => {
  test('is made once, each booth under an id of its own, however often it is sent', async () => {
    const made = await call('wx-east1', 'createBooths', batch)
    expect(made).toMatchObject({ id: batch._id, title: '安全月东街', booths: 50, by: '东一' })
    expect(await call('wx-east1', 'createBooths', batch)).toEqual(made)
    const { items } = await call<{ items: Booth[] }>('wx-east2', 'booths', { batchId: batch._id, size: 50 })
    expect(new Set(items.map(({ name }) => name))).toEqual(new Set(places.map(({ name }) => name)))
    expect(await call('wx-east2', 'boothBatches')).toMatchObject({ items: [{ id: batch._id }] })
    expect(await call('wx-west1', 'boothBatches')).toEqual({ items: [], more: false })
  })

  test.each([4, 5, 6])('is finished by the retry where the function died at trip %i', async (trips) => {
    const one = { ...batch, _id: deriveId('batch', String(trips)), title: `第 ${trips} 批` }
    await cloud.fault({ target: 'function', name: 'org', mode: 'kill', trips })
    await call('wx-east1', 'createBooths', one).catch(() => undefined)
    await cloud.clearFaults()
    // A drainer that was killed along with it keeps its lease for half a minute.
    await cloud.clock({ advanceMs: 31_000 })
    await call('wx-east1', 'createBooths', one)
    expect(await readDocuments(cloud, 'booths', { 'batch.id': one._id })).toHaveLength(50)
  })

  test('names every row that cannot stand, and makes nothing', async () => {
    const wrong = {
      ...batch,
      _id: deriveId('batch', 'wrong'),
      places: [
        { name: '甲', place: '东门' },
        { name: '乙', place: '南门', enterpriseId: paper._id },
        { name: '甲', place: '西门' },
        { name: '丙', place: '北门', enterpriseId: factory._id },
      ],
    }
    expect(Object.keys((await refused('wx-east1', 'createBooths', wrong))?.fields ?? {})).toEqual([
      ...['places.0.name', 'places.1.enterpriseId', 'places.2.name'],
    ])
    expect(await readDocuments(cloud, 'booth_batches', { _id: wrong._id })).toEqual([])
    expect(await readDocuments(cloud, 'booths', { 'batch.id': wrong._id })).toEqual([])
    const long = { ...wrong, places: [...places, { name: '第五十一', place: '街尾' }] }
    expect((await refused('wx-east1', 'createBooths', long))?.fields).toEqual({ places: '一次最多建 50 个展台' })
  })

  test('is nobody else’s under the same id', async () => {
    expect(await refused('wx-admin', 'createBooths', batch)).toMatchObject({ code: 'ALREADY_EXISTS' })
    expect(await refused('wx-east1', 'createBooths', { ...batch, title: '别的' })).toMatchObject({
      code: 'ALREADY_EXISTS',
    })
  })

  const [first, ...rest] = places
  test.each([
    ['a place corrected', { places: [{ ...first, place: '东街一号院' }, ...rest] }],
    ['a name corrected', { places: [{ ...first, name: '壹号展台' }, ...rest] }],
    ['an enterprise', { places: [{ ...first, enterpriseId: factory._id }, ...rest] }],
    ['a last day', { closesAt: '2026-06-30T15:59:59.999Z' }],
  ])('is not mixed with other words under its id: %s', async (_what, change) => {
    const thrown = await refused('wx-east1', 'createBooths', { ...batch, ...change })
    expect(thrown).toMatchObject({
      code: 'ALREADY_EXISTS',
      message: expect.stringContaining('先前提交的内容') as string,
    })
    const stand = await readDocuments(cloud, 'booths', { 'batch.id': batch._id })
    expect(stand.map(({ name, place, closesAt }) => [name, place, closesAt]).sort()).toEqual(
      places.map(({ name, place }) => [name, place, null]).sort(),
    )
  })

  test('has a code for every poster, drawn large', async () => {
    const ids = places.slice(0, 6).map(({ name }) => deriveId('batch-booth', batch._id, name))
    const { items } = await call<{ items: { id: string; url: string; union: string; scene: string }[] }>(
      'wx-east1',
      'posters',
      { ids: [...ids, far._id] },
    )
    expect(items.map(({ id }) => id)).toEqual(ids)
    for (const { url, scene, union } of items) {
      expect(union).toBe(east.name)
      const png = (await cloud.request(url)).body
      expect(png.readUInt32BE(16)).toBe(1280)
      expect(await cloud.scan({ pngBase64: png.toString('base64') })).toMatchObject({
        query: { scene: encodeURIComponent(scene) },
      })
    }
    expect(await refused('wx-west1', 'posters', { ids })).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('posters as a file', () => {
  type File = { id: string; url: string; fileName: string; rows: number }
  const asked = places.slice(0, 3).reverse()
  const ids = asked.map(({ name }) => deriveId('batch-booth', batch._id, name))
  const wish = { _id: deriveId('file'), ids, paper: 'A3', ink: 'saving' }
  const sceneIn = (png: Uint8Array | undefined) => cloud.scan({ pngBase64: Buffer.from(png ?? []).toString('base64') })

  test('hold one sheet and one real code a booth, in the order asked for; the same id is the same file', async () => {
    const made = await call<File>('wx-east1', 'posterFile', wish)
    expect(made).toMatchObject({ id: wish._id, rows: 3, fileName: '安全月东街海报A3.docx' })
    const bytes = (await cloud.request(made.url)).body
    const parts = unzipSync(bytes)
    const xml = Buffer.from(parts['word/document.xml'] as Uint8Array).toString('utf8')
    for (const words of [east.name, '答题来闯关', '不用下载 · 不用注册']) expect(xml).toContain(`>${words}<`)
    const stood = [...xml.matchAll(/>(\d 号展台|东街 \d 号)</g)].map(([, words]) => words)
    expect(stood).toEqual(asked.flatMap(({ name, place }) => [name, place]))
    expect(xml.split('<w:tbl>')).toHaveLength(4)
    const pictures = Object.keys(parts).filter((name) => name.startsWith('word/media/'))
    const seen = await Promise.all(pictures.map(async (name) => (await sceneIn(parts[name])).query?.scene))
    expect(new Set(seen)).toEqual(new Set(ids.map((id) => encodeURIComponent(`b=${id}`))))
    expect((parts[pictures[0] ?? ''] as Uint8Array).slice(16, 20)).toEqual(new Uint8Array([0, 0, 5, 0]))
    const again = await call<File>('wx-east1', 'posterFile', wish)
    expect((await cloud.request(again.url)).body.equals(bytes)).toBe(true)
    expect(await readDocuments(cloud, 'org_exports', { _id: wish._id })).toHaveLength(1)
  })

  test('are nobody else’s under the same id, and the same id is no other file', async () => {
    expect(await refused('wx-east2', 'posterFile', wish)).toMatchObject({ code: 'ALREADY_EXISTS' })
    expect(await refused('wx-east1', 'posterFile', { ...wish, paper: 'A4' })).toMatchObject({ code: 'ALREADY_EXISTS' })
  })

  test('are of one’s own booths that are open', async () => {
    const one = (name: string, asked: string[]) => ({ ...wish, _id: deriveId('file', name), ids: asked })
    const foreign = one('foreign', [...ids, far._id])
    expect(await refused('wx-east1', 'posterFile', foreign)).toMatchObject({ code: 'NOT_FOUND' })
    const closed = one('closed', [shut._id])
    expect(await refused('wx-east1', 'posterFile', closed)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    expect(await readDocuments(cloud, 'org_exports', { _id: { $in: [foreign._id, closed._id] } })).toEqual([])
    const both = await call<File>('wx-east1', 'posterFile', one('both', [shut._id, booths.market._id]))
    expect(both).toMatchObject({ rows: 1, fileName: 'market海报A3.docx' })
  })

  test('leave an entry in the trail', async () => {
    await drained(cloud, 'org', ['org_exports'])
    expect(await readDocuments(cloud, 'events', { subjectId: wish._id })).toMatchObject([
      { verb: '导出展台海报', data: { rows: 3 } },
    ])
  })
})

describe('a lost code', () => {
  test('leads to another booth in one step; its scans count there, and apart for itself', async () => {
    const { lost, gate, hall } = booths
    await call('wx-east1', 'redirectBooth', { id: lost._id, version: 0, to: { boothId: gate._id } })
    expect(await call<Landing>('wx-a', 'landing', { booth: lost._id })).toMatchObject({ booth: { id: gate._id } })
    await scan('wx-a', lost._id)
    await scan('wx-a', lost._id)
    await scan('wx-b', gate._id)
    expect(await counted(lost._id)).toEqual({ scans: 0, people: 0, redirected: 1 })
    expect(await counted(gate._id)).toEqual({ scans: 2, people: 2, redirected: 0 })
    // The second booth is lost as well: the first one's code follows at once.
    const { version } = await boothOf(gate._id)
    await call('wx-east1', 'redirectBooth', { id: gate._id, version, to: { boothId: hall._id } })
    for (const booth of [lost._id, gate._id])
      expect(await call<Landing>('wx-a', 'landing', { booth })).toMatchObject({ booth: { id: hall._id } })
  })

  test('never leads in a circle, to itself, to a closed booth or to a neighbour', async () => {
    const { lost, hall, market } = booths
    const { version } = await boothOf(hall._id)
    const to = (boothId: string) => refused('wx-east1', 'redirectBooth', { id: hall._id, version, to: { boothId } })
    expect((await to(lost._id))?.fields?.to).toContain('绕成一圈')
    expect((await to(hall._id))?.fields?.to).toContain('它自己')
    expect((await to(far._id))?.fields?.to).toContain('没有找到')
    await call('wx-east1', 'closeBooth', { id: market._id })
    expect((await to(market._id))?.fields?.to).toContain('已停用')
    expect(await boothOf(hall._id)).toMatchObject({ state: 'open' })
  })

  test('leads to its union once the booth it led to is closed, and to a task where an officer says so', async () => {
    const { lost, gate, hall } = booths
    await call('wx-east1', 'closeBooth', { id: hall._id })
    expect(await call<Landing>('wx-a', 'landing', { booth: lost._id })).toMatchObject({
      ...{ booth: null, task: 'home', union: { name: east.name } },
    })
    await scan('wx-c', lost._id)
    expect(await counted(hall._id)).toMatchObject({ scans: 0 })
    const { version } = await boothOf(gate._id)
    const input = { id: gate._id, version, to: { task: 'hazard' } }
    await call('wx-east1', 'redirectBooth', input)
    expect(await call('wx-east1', 'redirectBooth', input)).toMatchObject({ state: 'redirected' })
    expect(await call<Landing>('wx-a', 'landing', { booth: gate._id })).toMatchObject({ booth: null, task: 'hazard' })
    const upward = await boothOf(lost._id)
    await call('wx-east1', 'redirectBooth', { id: lost._id, version: upward.version, to: { boothId: above._id } })
    expect(await call<Landing>('wx-a', 'landing', { booth: lost._id })).toMatchObject({ booth: { id: above._id } })
  })

  test('stays where it led while the booth it led to is redirected by who has not seen the latest', async () => {
    const [old, near, next] = await standing(['旧', '近', '次'])
    await call('wx-east1', 'redirectBooth', { id: old, version: 0, to: { boothId: near } })
    const stale = { id: near, version: 3, to: { boothId: next } }
    expect(await refused('wx-east2', 'redirectBooth', stale)).toMatchObject({ code: 'CONFLICT' })
    expect(await call<Landing>('wx-a', 'landing', { booth: old })).toMatchObject({ booth: { id: near } })
  })

  test.each([5, 6, 7])('is pointed on by the retry where the function died at trip %i', async (trips) => {
    const [old, near, next] = await standing(['旧', '近', '次'].map((name) => `${name}${trips}`))
    await call('wx-east1', 'redirectBooth', { id: old, version: 0, to: { boothId: near } })
    const input = { id: near, version: 0, to: { boothId: next } }
    await cloud.fault({ target: 'function', name: 'org', mode: 'kill', trips })
    await call('wx-east1', 'redirectBooth', input).catch(() => undefined)
    await cloud.clearFaults()
    // A drainer that was killed along with it keeps its lease for half a minute.
    await cloud.clock({ advanceMs: 31_000 })
    await call('wx-east1', 'redirectBooth', input)
    for (const booth of [old, near])
      expect(await call<Landing>('wx-a', 'landing', { booth })).toMatchObject({ booth: { id: next } })
  })

  test('leads home rather than to a neighbour of the union whose booth it led to', async () => {
    const [inEast] = await standing(['东边'])
    const [ofWest] = await standing(['西边'], west, 'wx-west1')
    const [atWorks] = await standing(['厂里'], zeneng)
    await call('wx-admin', 'redirectBooth', { id: ofWest, version: 0, to: { boothId: atWorks } })
    await call('wx-east1', 'redirectBooth', { id: atWorks, version: 0, to: { boothId: inEast } })
    expect(await call<Landing>('wx-a', 'landing', { booth: atWorks })).toMatchObject({ booth: { id: inEast } })
    expect(await call<Landing>('wx-a', 'landing', { booth: ofWest })).toMatchObject({
      ...{ booth: null, union: { name: west.name } },
    })
  })

  test('costs its visitor no more than three trips', async () => {
    await cloud.resetMetrics()
    await call('wx-d', 'landing', { booth: booths.lost._id })
    await scan('wx-d', booths.lost._id)
    const { functions } = await cloud.metrics()
    const { actions } = functions.find(({ name }) => name === 'org')!
    expect([actions.landing!.trips.max, actions.scan!.trips.max].every((trips) => trips <= 3)).toBe(true)
  })
})

test('a scan told later counts for its own hour; one of last month for now', async () => {
  const late = boothDoc(east, { name: '晚到' })
  const _id = deriveId('booth', 'late')
  await call('wx-east1', 'createBooth', { _id, nodeId: east._id, name: late.name, place: '门口', task: 'home' })
  await scan('wx-late', _id, '2026-06-15T07:59:00.000Z')
  await scan('wx-late', _id, '2026-04-01T00:00:00.000Z')
  await drained(cloud, 'org', ['people'])
  type Funnel = { hours: { scans: number }[]; days: { day: string; counts: { scans: number } }[] }
  const of = (day: string) => call<Funnel>('wx-east1', 'funnel', { boothId: _id, day })
  const hours = async (day: string) =>
    (await of(day)).hours.flatMap(({ scans }, hour) => (scans ? [[hour, scans]] : []))
  expect(await hours('2026-06-15')).toEqual([[15, 1]])
  expect(await hours('2026-06-16')).toEqual([[9, 1]])
  const { days } = await of('2026-06-16')
  expect(days.filter(({ counts }) => counts.scans).map(({ day }) => day)).toEqual(['2026-06-15', '2026-06-16'])
})
