// What a listener learns of the key before a paper closes: replies of two clouds whose banks differ only in the key,
// and, over many papers, whether anything a reply shows goes along with the key.
import { deriveId } from 'types/ids'
import type { Paper } from 'types/quiz-play'
import { otherKeys, timeless } from '../../standing/other-keys'
import { startCloud, type Cloud } from '../../support/cloud'
import { nodeDoc, seedLine } from '../../support/factories/org'
import { bankDocuments, campaignLines, testEnv } from '../../support/factories/quiz'
import { figure } from '../../support/figure'
import { seedFile } from '../../support/seed-file'

const listeners = 400
const campaignId = deriveId('campaign', 'test')
const city = nodeDoc({ name: '青泽市总工会', managers: 1 })
const lines = [seedLine('nodes', city), ...campaignLines({ under: city.under, questions: 20 })]

const worldOf = async (changed: readonly object[]): Promise<Cloud> => {
  const cloud = await startCloud({ seed: seedFile(changed), env: testEnv })
  await cloud.clock({ now: '2026-06-10T02:00:00.000Z' })
  return cloud
}

const asks = (openid: string, paperId: string): [action: string, input: object][] => [
  ['campaign', { campaignId }],
  ['start', { _id: deriveId('again', openid), campaignId, level: 1 }],
  ['start', { _id: deriveId('locked', openid), campaignId, level: 2 }],
  ['lock', { id: paperId, campaignId, no: 1, chosen: [0] }],
  ['submit', { id: paperId, campaignId, answers: [{ no: 99, chosen: [0] }] }],
  ['result', { id: paperId, campaignId }],
  ['mine', { campaignId }],
  ['practice', { campaignId, level: 1 }],
  ['wrongBook', { campaignId }],
  ['practise', { campaignId, level: 1, q: paperId, chosen: [0] }],
  ['revive', { id: paperId, campaignId }],
  ['ranking', { campaignId, of: 'persons' }],
  ['myPrizes', { campaignId }],
]

const listen = async (cloud: Cloud, openid: string) => {
  const raw = async (action: string, input: object) => (await cloud.callRaw('quiz', { action, input }, openid)).body
  const started = (await raw('start', { _id: deriveId('listen', openid), campaignId, level: 1 })) as { data: Paper }
  const heard = [timeless(started)]
  for (const [action, input] of asks(openid, started.data.id)) heard.push(timeless(await raw(action, input)))
  return { heard, paper: started.data }
}

const [one, other] = [await worldOf(lines), await worldOf(lines.map(otherKeys))]
const [heard, differing, papers] = [[] as string[], [] as string[], [] as Paper[]]
try {
  for (let n = 0; n < listeners; n += 1) {
    const openid = `oListener${String(n).padStart(19, '0')}`
    const [here, there] = [await listen(one, openid), await listen(other, openid)]
    papers.push(here.paper)
    for (const [index, reply] of here.heard.entries()) {
      heard.push(reply)
      if (reply !== there.heard[index]) differing.push(reply)
    }
  }
} finally {
  await Promise.all([one.stop(), other.stop()])
}
figure(
  'replies before a paper closed that differ with the key',
  `${differing.length} of ${heard.length}`,
  '0',
  differing.length === 0,
)
const telling = heard.filter((reply) => /"(key|answer|explain|article|phrase|right)":/.test(reply)).length
figure('replies before a paper closed that name key, explanation or article', String(telling), '0', telling === 0)

/** How far counts lie from being equal, as chi-squared. */
const chiSquared = (counts: readonly number[]) => {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

// 99.9 % quantiles of chi-squared for 3 and 19 degrees of freedom: a fair shuffle stays below them.
const [limitOfFour, limitOfTwenty] = [16.27, 43.82]
const bank = new Map(bankDocuments().map((question) => [question.stem, question]))
const places = [0, 0, 0, 0]
const numbers = Array.from({ length: 20 }, () => 0)
let judged = 0
for (const { questions } of papers)
  for (const { no, kind, stem, options } of questions) {
    const known = bank.get(stem)
    const right = known?.options[known.answer[0] ?? 0]
    if (kind === 'single' && options.length === 4)
      places[options.indexOf(right ?? '')] = (places[options.indexOf(right ?? '')] ?? 0) + 1
    if (kind === 'judge' && known?.answer[0] === 0) {
      numbers[no - 1] = (numbers[no - 1] ?? 0) + 1
      judged += 1
    }
  }
const place = chiSquared(places)
figure(
  'place of the right option on the paper (single choice)',
  `${places.join(' / ')}, chi-squared ${place.toFixed(1)}`,
  `at most ${limitOfFour}: none is likelier`,
  place <= limitOfFour,
)
const number = chiSquared(numbers)
figure(
  'number on the paper of true judgements',
  `${judged} over 20 numbers, chi-squared ${number.toFixed(1)}`,
  `at most ${limitOfTwenty}: none is likelier`,
  number <= limitOfTwenty,
)
