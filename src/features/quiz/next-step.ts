import type { OutputOf } from 'types/contract'
import type { mapEntries } from 'types/quiz-map'

export type Campaign = OutputOf<typeof mapEntries.campaign>
export type Level = Campaign['levels'][number]

/** The one thing to do next, and where it leads. */
export type NextStep =
  | { act: 'resume' | 'play' | 'again' | 'practice'; level: number; word: string }
  | { act: 'wrong-book' | 'record' | 'none'; word: string }

const windowWords = { day: '今天', month: '本月', contest: '' } as const

/** `今天还能答 3 次`, `次数不限`, `今天的次数用完了`. */
export const attemptWords = ({ attempts }: Campaign['rules'], left: number | null): string => {
  if (left === null) return '次数不限'
  const when = windowWords[attempts.per]
  return left === 0 ? `${when || '这次'}的次数用完了` : `${when}还能答 ${left} 次`
}

const day = (date: string) => `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8))} 日`

/** Whether a paper of the level may be laid, as far as its day and its lock go. */
export const isPlayable = (level: Level, today: string): boolean =>
  level.state !== 'locked' && (level.day === null || level.day === today)

/** The level's state in a word a person reads. @param today `YYYY-MM-DD` in Shanghai */
export const levelWord = (level: Level, today: string): string => {
  if (level.state === 'passed') return '已过关'
  if (level.state === 'open') return '可以挑战'
  if (level.day === null) return '未解锁'
  return level.day > today ? `${day(level.day)}开放` : '已过期'
}

/** The level to take: the first open one, else today's, else the last passed one. */
const levelToPlay = (levels: readonly Level[], today: string): Level | undefined => {
  const playable = levels.filter((level) => isPlayable(level, today))
  return playable.find(({ state }) => state === 'open') ?? playable.at(-1)
}

const otherwise = ({ wrongBook, levels, attemptsLeft, rules }: Campaign, level: Level | undefined): NextStep => {
  if (wrongBook > 0) return { act: 'wrong-book', word: `练一练 ${wrongBook} 道错题` }
  const studied = level ?? levels.find(({ best }) => best !== null)
  if (studied) return { act: 'practice', level: studied.level, word: '练习题目' }
  return { act: 'none', word: attemptWords(rules, attemptsLeft) }
}

/** What to offer whose attempt it is now. @param now ISO instant, @param today `YYYY-MM-DD` in Shanghai */
export const nextStep = (campaign: Campaign, now: string, today: string): NextStep => {
  const { openPaper, levels, state, opensAt, closesAt } = campaign
  if (openPaper) return { act: 'resume', level: openPaper.level, word: `继续答第 ${openPaper.level} 关` }
  if (state === 'closed' || closesAt <= now) return { act: 'record', word: '看我的成绩' }
  if (opensAt > now) return { act: 'none', word: '活动还没开始' }
  const level = levelToPlay(levels, today)
  if (!level || level.attemptsLeft === 0) return otherwise(campaign, level)
  if (level.state === 'passed' || level.best !== null)
    return { act: 'again', level: level.level, word: `再答一次第 ${level.level} 关` }
  return { act: 'play', level: level.level, word: `开始第 ${level.level} 关` }
}
