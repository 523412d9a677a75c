import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { showDuration } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { attemptWords, isPlayable, levelWord, type Campaign, type Level } from './next-step'

type Props = { campaign: Campaign; level: Level | undefined; today: string; onClose: () => void }

const timeWords = (seconds: number) => (seconds % 60 === 0 ? `${seconds / 60} 分钟` : showDuration(seconds))

const mayPlay = ({ state, openPaper }: Campaign, level: Level, today: string) =>
  state === 'open' && openPaper === null && isPlayable(level, today) && level.attemptsLeft !== 0

/** What a level asks for, before a paper is spent on it; and the way to its questions without one. */
export const LevelSheet = ({ campaign, level, today, onClose }: Props) => {
  const go = (route: string) => {
    onClose()
    openPage(route, { campaignId: campaign.id, level: String(level?.level) })
  }
  return (
    <Sheet open={level !== undefined} title={level ? `第 ${level.level} 关 · ${level.title}` : ''} onClose={onClose}>
      {level && (
        <View className="stack">
          <View>
            {level.questions} 题，{timeWords(level.seconds)}，答对 {level.passRight} 题过关。
          </View>
          <View className="text-m">
            {levelWord(level, today)} · {attemptWords(campaign.rules, level.attemptsLeft)}
            {level.best !== null && ` · 最好 ${level.best} 分`}
          </View>
          {mayPlay(campaign, level, today) && <Button onPress={() => go(routes.quizPaper)}>开始答题</Button>}
          {campaign.openPaper === null && (
            <Button kind="ghost" icon="book" onPress={() => go(routes.quizPractice)}>
              {level.study ? '先学一学，再答题' : '练习这一关'}
            </Button>
          )}
          <View className="note">练习不占次数，也不计成绩。</View>
        </View>
      )}
    </Sheet>
  )
}
