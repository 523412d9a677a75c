import { View } from '@tarojs/components'
import type { PaperResult } from 'types/quiz-play'
import { showDuration } from '@/lib/clock'
import './result-hero.scss'

const verdict = ({ passed, nextLevel }: PaperResult): string =>
  passed ? `过关！${nextLevel === null ? '' : '下一关已解锁'}` : '还没过关，看看讲解再来一次'

/** The score, large, and what it means. */
export const ResultHero = ({ result }: { result: PaperResult }) => (
  <View className="result-hero">
    <View className="result-hero-score">{result.score}</View>
    <View className="result-hero-note">
      答对 {result.right} / {result.total} · 用时 {showDuration(result.seconds)}
    </View>
    <View className="headline">{verdict(result)}</View>
  </View>
)
