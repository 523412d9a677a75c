import type { Paper } from 'types/quiz-play'

const kinds = { s: 'single', m: 'multiple', j: 'judge' } as const

/** A paper with one question a letter: `s` single, `m` multiple, `j` judge. */
export const paperOf = (letters: string, rest: Partial<Paper> = {}): Paper => ({
  ...{ id: 'P'.repeat(22), campaignId: 'C'.repeat(22), level: 1, levelTitle: '用电安全' },
  ...{ startedAt: '2026-06-01T00:00:00Z', dueAt: '2026-06-01T00:05:00Z', serverNow: '2026-06-01T00:00:00Z' },
  ...{ answering: 'paper', endsOnWrong: false, locked: [] },
  questions: [...letters].map((letter, index) => ({
    no: index + 1,
    kind: kinds[letter as keyof typeof kinds],
    stem: `第 ${index + 1} 题`,
    options: letter === 'j' ? ['正确', '错误'] : ['甲', '乙', '丙', '丁'],
  })),
  ...rest,
})
