import { HazardKind } from 'types/hazard'
import { classLabel, dictionaries, editionOn, likelyCode, type DictionaryName } from 'types/hazard-dictionary'

const names = Object.keys(dictionaries) as DictionaryName[]

test('a report belongs to the edition in force on its day, from the first day on', () => {
  expect(editionOn('accident', '2026-06-30').standard).toBe('GB 6441-1986')
  expect(editionOn('accident', '2026-07-01').standard).toBe('GB 6441-2025')
  expect(editionOn('factor', '2026-07-01').standard).toBe('GB/T 13861-2022')
})

test('editions follow one another by day, each with its own words', () => {
  for (const name of names) {
    const { editions } = dictionaries[name]
    expect(editions.map(({ from }) => from)).toEqual([...editions.map(({ from }) => from)].sort())
    for (const { entries } of editions) {
      const labels = Object.values(entries)
      expect(new Set(labels).size).toBe(labels.length)
      expect(labels.every((label) => label.trim() === label && label !== '')).toBe(true)
    }
  }
  const [old, now] = dictionaries.accident.editions
  expect(Object.keys(old?.entries ?? {})).toHaveLength(20)
  expect(Object.keys(now?.entries ?? {})).toHaveLength(27)
})

test('a class keeps the words of the edition it was given in', () => {
  expect(classLabel('accident', { standard: 'GB 6441-1986', code: '19' })).toBe('中毒和窒息')
  expect(classLabel('accident', { standard: 'GB 6441-2025', code: '19' })).toBe('民用爆炸物品爆炸')
  expect(classLabel('accident', { standard: 'GB 6441-2035', code: '19' })).toBeNull()
})

test('what a kind mostly comes down to is there in every edition', () => {
  for (const kind of HazardKind.options)
    for (const day of ['2026-06-30', '2026-07-01'])
      for (const name of ['accident', 'factor'] as const) {
        const code = likelyCode(name, kind, day)
        if (kind === 'health' || kind === 'other') expect(code).toBeNull()
        else expect(Object.keys(editionOn(name, day).entries)).toContain(code)
      }
  expect(likelyCode('accident', 'electric', '2026-06-30')).toBe('05')
  expect(likelyCode('accident', 'electric', '2026-07-01')).toBe('06')
})
