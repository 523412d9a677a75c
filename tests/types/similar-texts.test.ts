import fc from 'fast-check'
import { similarTexts } from 'types/similar-texts'
import { similarity } from 'types/text-similarity'

const least = 0.85

/** What comparing with every one of them finds. */
const oneByOne = (texts: readonly string[], text: string) =>
  texts.reduce<{ entry: string; similarity: number } | null>((best, entry) => {
    const found = similarity(text, entry)
    return found >= least && found > (best?.similarity ?? 0) ? { entry, similarity: found } : best
  }, null)

// Few letters, so that pairs repeat and texts come near each other.
const stem = fc.string({ unit: fc.constantFrom(...'安全生产火灾隐患'), minLength: 2, maxLength: 24 })

test('finds exactly what comparing all of them finds', () => {
  fc.assert(
    fc.property(fc.array(stem, { maxLength: 40 }), stem, fc.nat(), (texts, other, at) => {
      const index = similarTexts(texts, (text) => text, least)
      const near = texts.length > 0 ? `${texts[at % texts.length] ?? ''}的` : other
      for (const text of [other, near]) {
        const [found, expected] = [index.nearest(text), oneByOne(texts, text)]
        expect(found?.similarity).toBe(expected?.similarity)
        if (expected) expect(similarity(text, found?.entry ?? '')).toBe(expected.similarity)
      }
    }),
    { numRuns: 500 },
  )
})

test('by hand: one word more is the same question, another subject is not', () => {
  const stems = [
    '从业人员发现直接危及人身安全的紧急情况时，有权停止作业。',
    '用人单位应当为劳动者创造符合职业卫生标准的环境。',
  ]
  const index = similarTexts(stems, (text) => text, least)
  expect(index.nearest('从业人员发现直接危及人身安全的紧急情况时有权立即停止作业')).toMatchObject({ entry: stems[0] })
  expect(index.nearest('从业人员应当接受安全生产教育和培训')).toBeNull()
  expect(index.nearest('')).toBeNull()
})

test('nothing is near where nothing stands', () => {
  expect(similarTexts<string>([], (text) => text, least).nearest('灭火器')).toBeNull()
})
