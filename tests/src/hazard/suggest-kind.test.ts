import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { shortList, suggestKinds } from '@/features/hazard/suggest-kind'

const examples: readonly (readonly [string, string])[] = [
  ['配电箱门敞开，电线外皮破损，旁边堆着纸箱', 'electric'],
  ['插座烧黑了还在用', 'electric'],
  ['疏散通道堆满货物，安全出口上锁', 'fire'],
  ['灭火器压力不足', 'fire'],
  ['冲床防护罩拆了没装回去', 'machine'],
  ['行车钢丝绳断股', 'machine'],
  ['脚手架没挂安全网，工人没系安全带', 'height'],
  ['氧气瓶和乙炔瓶挨着放', 'chemical'],
  ['下污水池清淤没有先通风检测', 'confined'],
  ['叉车在车间超速，人车不分', 'traffic'],
  ['打磨工位粉尘大，没发防尘口罩', 'health'],
  ['有人未戴安全帽还抽烟', 'conduct'],
]

it.each(examples)('%s → %s', (words, kind) => {
  expect(suggestKinds(words)[0]).toBe(kind)
})

it('suggests nothing where no word tells, and never "other"', () => {
  expect(suggestKinds('')).toEqual([])
  expect(suggestKinds('这里看着不太对劲')).toEqual([])
  for (const [words] of examples) expect(suggestKinds(words)).not.toContain('other')
})

it('shows three kinds: suggestions first, the chosen one always among them', () => {
  expect(shortList([], undefined)).toHaveLength(3)
  expect(shortList(['health'], undefined)[0]).toBe('health')
  expect(shortList(['health', 'fire', 'machine', 'height', 'electric'], 'other')).toContain('other')
  const list = shortList(['fire'], 'electric')
  expect(new Set(list).size).toBe(list.length)
  expect(list).toContain('electric')
})

const rowsFile = path.resolve(__dirname, '../../../../shared/data/hazards/self-check-rows.txt')
const onRows = existsSync(rowsFile) ? it : it.skip

// Skipped where the folder with public data is absent.
onRows('finds a kind for most rows enterprises really wrote', () => {
  const rows = readFileSync(rowsFile, 'utf8').split('\n')
  const written = rows.flatMap((row) => /[；;。."]\s(.+)$/.exec(row.trim().replace(/^"|"$/g, ''))?.[1] ?? [])
  const told = written.filter((words) => suggestKinds(words).length > 0)
  expect(written.length).toBeGreaterThan(5000)
  expect(told.length / written.length).toBeGreaterThan(0.6)
})
