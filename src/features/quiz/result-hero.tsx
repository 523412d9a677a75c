import { View } from '@tarojs/components'
import type { PaperResult } from 'types/quiz-play'
import { showDuration } from '@/lib/clock'
import './result-hero.scss'

const closings = { player: '', mistake: '答错一题，本次答题到此为止', clock: '时间到，系统已收卷' } as const

const verdict = ({ passed, nextLevel, closedBy }: PaperResult): string => {
  if (passed) return `过关！${nextLevel === null ? '' : '下一关已解锁'}`
  return closings[closedBy] || '还没过关，看看讲解再来一次'
}

/** `+20 积分 · +1 抽奖机会 · 得到“安”卡`; empty where the paper brought nothing. */
export const gainedWords = ({ gained: { points, chances, card } }: Pick<PaperResult, 'gained'>): string =>
  [points > 0 && `+${points} 积分`, chances > 0 && `+${chances} 次抽奖机会`, card !== null && `得到“${card}”卡`]
    .filter(Boolean)
    .join(' · ')

/** The score, large, what it means and what it brought. */
export const ResultHero = ({ result }: { result: PaperResult }) => (
  <View className="result-hero">
    <View className="result-hero-score">{result.score}</View>
    <View className="result-hero-note">
      答对 {result.right} / {result.total} · 用时 {showDuration(result.seconds)}
    </View>
    <View className="headline">{verdict(result)}</View>
    {result.passed && closings[result.closedBy] && <View>{closings[result.closedBy]}</View>}
    <View className="result-hero-gained">{gainedWords(result) || '这次没有新的积分'}</View>
  </View>
)
