import {
  awardMachine,
  gradeRank,
  gradeWord,
  reachesGrade,
  Reward,
  rewardWord,
  type AwardGrade,
} from 'types/hazard-award'
import { surnameOf, tailName } from 'types/hazard-award-names'
import { movesFor } from 'types/state-machine'

const graded = (grade: 'general' | 'major', level: '1' | '2' | '3' | '4' | null = null) => ({ grade, level })

test('a major hazard stands above every grade of the campaign, none below them all', () => {
  const all = [graded('general'), graded('general', '4'), graded('general', '1'), graded('major'), graded('major', '3')]
  expect(all.map(gradeRank)).toEqual([5, 4, 1, 0, 0])
  expect(all.map(gradeWord)).toEqual(['一般', '四级', '一级', '重大', '重大'])
  const grades: readonly AwardGrade[] = ['any', '4', '3', '2', '1', 'major']
  const reached = grades.map((grade) => all.filter((one) => reachesGrade(one, grade)).length)
  expect(reached).toEqual([5, 4, 3, 3, 3, 2])
})

test('a reward is money, words or both, never nothing', () => {
  expect(rewardWord(Reward.parse({ money: 200, words: ' 雨伞 ' }))).toBe('200 元和雨伞')
  expect(rewardWord(Reward.parse({ money: null, words: '雨伞' }))).toBe('雨伞')
  for (const wrong of [
    { money: null, words: ' ' },
    { money: 0, words: null },
    { money: 1.5, words: null },
  ])
    expect(Reward.safeParse(wrong).success).toBe(false)
})

test('neither name nor number tells more than it must', () => {
  expect(['王五', '王小二', '欧阳大明'].map(surnameOf)).toEqual(['王**', '王**', '欧**'])
  expect([tailName('7KQ2M9XAB', true), tailName('7KQ2M9XAB', false)]).toEqual([
    '线索 …XAB 的上报人',
    '线索 …XAB 的共同上报人',
  ])
})

test('a list changes only before it is shown, and is handed over only once it is settled', () => {
  const acts = (['draft', 'announced', 'final', 'withdrawn'] as const).map((state) =>
    movesFor(awardMachine, state, 'officer').map(({ act }) => act),
  )
  expect(acts).toEqual([
    ['revise', 'setReward', 'leaveOut', 'takeBack', 'announce', 'withdraw'],
    ['drop', 'finish', 'withdraw'],
    ['handOver'],
    [],
  ])
})
