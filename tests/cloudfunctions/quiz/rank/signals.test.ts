import { deriveId } from 'types/ids'
import type { OutputOf } from 'types/contract'
import type { Paper } from 'types/quiz-play'
import type { quizContract } from 'types/quiz'
import type { SignalRow } from 'types/quiz-signals'
import { sharedCloud, type Cloud } from '../../../support/cloud'
import { answersOf, playing } from '../../../support/factories/quiz-play'
import {
  campaignId,
  officer,
  ownRank,
  personRows,
  rankRows,
  settled,
  startRankCloud,
  tenQuestions,
  unitId,
} from '../../../support/factories/ranks'

const cast = { anna: 'works', ben: 'works', cai: 'dock', dan: null } as const
const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  cloud = await startRankCloud({ cast, few: true }, fresh.open)
})
afterAll(fresh.close)
const { start, submit } = playing(() => cloud, campaignId)

const list = async (state: SignalRow['state'] = 'new') => {
  await settled(cloud)
  const answer = await cloud.call<OutputOf<typeof quizContract.signals>>(
    'quiz',
    'signals',
    { campaignId, state },
    officer,
  )
  return answer.items
}
const kinds = async () => (await list()).map(({ kind }) => kind)
const slowly = () => cloud.clock({ advanceMs: 100_000 })
const hand = (openid: string, paper: Paper, answers: object[]) =>
  cloud.call('quiz', 'submit', { id: paper.id, campaignId, answers }, openid)

describe('speed', () => {
  test('a paper answered faster than it can be read, and right, is worth a look', async () => {
    const paper = await start('anna', 'a')
    await cloud.clock({ advanceMs: 3_000 })
    await submit('anna', paper)
    const [signal, ...others] = await list()
    expect(others).toEqual([])
    expect(signal).toMatchObject({ kind: 'speed', state: 'new', name: '项**' })
    expect(signal?.evidence[0]?.words).toMatch(
      /10 题共 \d+ 字，用时 \d+ 秒，答对 10 题；按每秒 15 字，读一遍约需 \d+ 秒/,
    )
  })

  test('who takes his time, or is fast and wrong, is not', async () => {
    const paper = await start('anna', 'a')
    await slowly()
    await submit('anna', paper)
    await submit('ben', await start('ben', 'b'), 6)
    expect(await kinds()).toEqual([])
  })

  test('a second fast paper is another piece of evidence of one signal', async () => {
    await submit('anna', await start('anna', 'a'))
    await submit('anna', await start('anna', 'b', 2))
    const found = await list()
    expect(found.map(({ evidence }) => evidence.length)).toEqual([2])
  })
})

describe('one phone', () => {
  const device = deriveId('device', 'one')
  const playOn = async (openid: string, on: string | undefined) => {
    const paper = await start(openid, openid, 1, on ? { device: on } : {})
    await slowly()
    await submit(openid, paper)
  }

  test('three players on one phone are worth a look, each of them', async () => {
    for (const openid of ['anna', 'ben', 'cai']) await playOn(openid, device)
    expect(await kinds()).toEqual(['device', 'device', 'device'])
    expect((await list())[0]?.evidence[0]?.words).toContain('3 人')
  })

  test('two are a family; phones that say nothing are no phone', async () => {
    for (const openid of ['anna', 'ben']) await playOn(openid, device)
    for (const openid of ['cai', 'dan']) await playOn(openid, undefined)
    expect(await kinds()).toEqual([])
  })
})

describe('answers', () => {
  const stems = new Map(tenQuestions.map((question) => [question.stem, question]))
  /** Right but for the first `wrong` questions of the bank, where the `nth` of the wrong options is chosen. */
  const erring = (paper: Paper, wrong: number, nth: (index: number) => number) =>
    paper.questions.map(({ no, stem, options }) => {
      const question = stems.get(stem)
      if (!question) throw new Error(stem)
      const index = tenQuestions.indexOf(question)
      const others = question.options.filter((_, at) => !question.answer.includes(at))
      const chosen = index < wrong ? others[nth(index)] : question.options[question.answer[0] ?? 0]
      return { no, chosen: [options.indexOf(chosen ?? '')] }
    })
  const err = async (openid: string, wrong: number, nth: (index: number) => number) => {
    const paper = await start(openid, openid)
    await slowly()
    await hand(openid, paper, erring(paper, wrong, nth))
  }

  test('four questions wrong in the same way on two papers are worth a look, at both', async () => {
    await err('anna', 4, () => 0)
    await err('ben', 5, () => 0)
    const found = await list()
    expect(found.map(({ kind }) => kind)).toEqual(['twins', 'twins'])
    expect(found[0]?.evidence[0]?.words).toContain('在 4 道相同的题上错选了完全一样的选项')
    const mark = found[1]?.mark ?? ''
    expect(found[0]?.evidence[0]?.words).toContain(mark)
  })

  test('the same questions wrong in other ways, or three in the same, are not', async () => {
    await err('anna', 4, () => 0)
    await err('ben', 6, (index) => (index < 3 ? 0 : 1))
    await err('cai', 3, () => 0)
    expect(await kinds()).toEqual([])
  })

  test('answers that all stand at one place are worth a look, mixed ones are not', async () => {
    const paper = await start('anna', 'a')
    await slowly()
    await hand(
      'anna',
      paper,
      paper.questions.map(({ no }) => ({ no, chosen: [1] })),
    )
    const other = await start('ben', 'b')
    await slowly()
    await hand(
      'ben',
      other,
      other.questions.map(({ no }) => ({ no, chosen: [no % 2] })),
    )
    const found = await list()
    expect(found.map(({ kind }) => kind)).toEqual(['letter'])
    expect(found[0]?.evidence[0]?.words).toMatch(/10 题全部选了 B，答对 \d+ 题/)
  })
})

describe('what an officer decides', () => {
  const settle = async (act: 'clear' | 'exclude', reason: string, from: SignalRow['state'] = 'new') => {
    const [signal] = await list(from)
    const input = { id: signal?.id, version: signal?.version, act, reason }
    const done = await cloud.call('quiz', 'settleSignal', input, officer)
    await settled(cloud)
    return { input, done }
  }
  const words = async (openid: string) => {
    await cloud.tick('notice')
    const { items } = await cloud.call<{ items: unknown[] }>('notice', 'inbox', {}, openid)
    return JSON.stringify(items)
  }
  const works = async () => (await rankRows(cloud, { of: 'units' })).find(({ id }) => id === unitId('works'))
  const counts = async () =>
    (await cloud.call<OutputOf<typeof quizContract.results>>('quiz', 'results', { campaignId }, officer)).signals

  beforeEach(async () => {
    await submit('anna', await start('anna', 'a'))
    const paper = await start('ben', 'b')
    await slowly()
    await submit('ben', paper, 2)
    await settled(cloud)
  })

  test('a signal alone changes nothing', async () => {
    expect((await ownRank(cloud, 'anna')).rank).toBe(1)
    expect(await works()).toMatchObject({ players: 2, points: 180 })
    expect(await counts()).toEqual({ new: 1, cleared: 0, excluded: 0 })
  })

  test('an excluded player leaves ranking and unit, is told why, and comes back when it is undone', async () => {
    const { input, done } = await settle('exclude', '同一人用两个账号答题')
    expect((await personRows(cloud, 'anna')).map(({ score, rank }) => [rank, score])).toEqual([[1, 80]])
    expect(await ownRank(cloud, 'anna')).toMatchObject({ rank: null, excluded: '同一人用两个账号答题', ranked: 1 })
    expect((await ownRank(cloud, 'ben')).rank).toBe(1)
    expect(await works()).toMatchObject({ players: 1, points: 80 })
    expect(await counts()).toEqual({ new: 0, cleared: 0, excluded: 1 })
    expect(await words('anna')).toContain('同一人用两个账号答题')
    expect(await cloud.call('quiz', 'settleSignal', input, officer)).toEqual(done)
    await settle('clear', '本人到场核对，两个账号是夫妻二人', 'excluded')
    expect((await personRows(cloud, 'anna')).map(({ score }) => score)).toEqual([100, 80])
    expect((await ownRank(cloud, 'anna')).excluded).toBeNull()
    expect(await works()).toMatchObject({ players: 2, points: 180 })
    expect(await words('anna')).toContain('恢复名次')
    expect(await words('ben')).not.toContain('名次')
  })

  test('papers of an excluded player bring neither him nor his unit anything', async () => {
    await settle('exclude', '核对不上')
    const paper = await start('anna', 'more', 2)
    await slowly()
    await submit('anna', paper)
    await settled(cloud)
    expect(await works()).toMatchObject({ players: 1, points: 80 })
    await settle('clear', '核对上了', 'excluded')
    expect(await works()).toMatchObject({ players: 2, points: 280 })
  })

  test('as long as one of two signals says so, he stays out', async () => {
    const paper = await start('anna', 'same', 2)
    await slowly()
    await hand(
      'anna',
      paper,
      answersOf(paper).map(({ no }) => ({ no, chosen: [0] })),
    )
    expect((await kinds()).sort()).toEqual(['letter', 'speed'])
    await settle('exclude', '第一条')
    await settle('exclude', '第二条')
    await settle('clear', '其中一条核对上了', 'excluded')
    expect((await ownRank(cloud, 'anna')).rank).toBeNull()
    await settle('clear', '另一条也核对上了', 'excluded')
    expect((await ownRank(cloud, 'anna')).rank).toBe(1)
  })

  test('what comes to light after a clearing has it looked at again, as often as it happens', async () => {
    for (const round of [1, 2]) {
      await settle('clear', `第 ${round} 次核对`)
      expect(await counts()).toEqual({ new: 0, cleared: 1, excluded: 0 })
      await cloud.clock({ advanceMs: 60_000 })
      await submit('anna', await start('anna', `round ${round}`, 2))
      const [again, ...others] = await list()
      expect(others).toEqual([])
      expect(again).toMatchObject({ kind: 'speed', settled: { reason: `第 ${round} 次核对` } })
      expect(again?.evidence).toHaveLength(round + 1)
      expect(await counts()).toEqual({ new: 1, cleared: 0, excluded: 0 })
    }
  })

  test('an excluded one stays excluded whatever comes', async () => {
    await settle('exclude', '核对不上')
    await submit('anna', await start('anna', 'more', 2))
    expect(await kinds()).toEqual([])
    expect((await list('excluded'))[0]?.evidence).toHaveLength(2)
  })

  test('cleared without a word to the player', async () => {
    await settle('clear', '本人是安全员')
    expect(await counts()).toEqual({ new: 0, cleared: 1, excluded: 0 })
    expect(await words('anna')).not.toContain('名次')
    expect((await list('cleared'))[0]?.settled).toMatchObject({ by: '甲管理', reason: '本人是安全员' })
  })
})
