import { applyDatabase } from '../../config/scripts/deploy/apply-collections.mjs'

type Index = { name: string; unique?: boolean; keys: { field: string; order: number | string }[] }
type Rule = Record<string, unknown>

/** A cloud environment's administration kept in memory. */
const environment = () => {
  const collections = new Map<string, { indexes: Index[]; rule: Rule }>()
  const at = (name: string) => collections.get(name) ?? { indexes: [], rule: {} }
  return {
    collections,
    createCollection: async (name: string) =>
      void (collections.has(name) || collections.set(name, { indexes: [], rule: { tag: 'PRIVATE' } })),
    hasCollection: async (name: string) => collections.has(name),
    readIndexes: async (name: string) => at(name).indexes,
    createIndex: async (name: string, index: Index) => void at(name).indexes.push({ unique: false, ...index }),
    readRule: async (name: string) => at(name).rule,
    writeRule: async (name: string, rule: Rule) => void Object.assign(at(name), { rule }),
  }
}

const closed = { read: false, write: false }
const declared = [
  {
    name: 'hazards',
    rule: closed,
    indexes: [
      {
        name: 'under_at',
        keys: [
          { field: 'under', order: 1 },
          { field: 'at', order: -1 },
        ],
      },
    ],
  },
  { name: 'people', rule: closed, indexes: [{ name: 'openid', unique: true, keys: [{ field: 'openid', order: 1 }] }] },
]

describe('applying the database declarations', () => {
  test('an empty environment becomes what is declared, and a second run changes nothing', async () => {
    const cloud = environment()
    expect(await applyDatabase(cloud, declared)).toEqual([])
    expect(cloud.collections.get('people')).toEqual({ rule: closed, indexes: [{ ...declared[1]?.indexes[0] }] })
    const before = JSON.stringify([...cloud.collections])
    expect(await applyDatabase(cloud, declared)).toEqual([])
    expect(JSON.stringify([...cloud.collections])).toBe(before)
  })

  test('checking alone changes nothing and names what is missing', async () => {
    const cloud = environment()
    expect(await applyDatabase(cloud, declared, { check: true })).toEqual(['hazards：集合不存在', 'people：集合不存在'])
    expect(cloud.collections.size).toBe(0)
  })

  test('an index of another shape and an open collection are reported', async () => {
    const cloud = environment()
    await applyDatabase(cloud, declared)
    Object.assign(cloud.collections.get('people')?.indexes[0] ?? {}, { unique: false })
    Object.assign(cloud.collections.get('hazards') ?? {}, { rule: { read: true, write: false } })
    const different = await applyDatabase(cloud, declared, { check: true })
    expect(different).toEqual([
      'hazards：客户端权限没有关闭',
      'people：索引 openid 与声明不同，请在控制台删除后重新运行',
    ])
  })
})
