import { bankLaws, questionKey, type BankLaw } from 'types/bank'
import { chainStart } from 'types/chain'
import { deriveId } from 'types/ids'
import { qualityCounts, disputeField, qualityKey, type CountedPaper } from 'types/quality-counts'
import { lawId, type LawVersion } from 'types/quiz-laws'
import { clip } from 'types/text'
import { searchTerms } from 'types/text-similarity'
import type { Question } from './campaign'
import type { City } from './city'
import type { Person } from './people'
import { trail } from './trail'
import type { Node } from './tree'

/** First days in force of the texts the bank is written over and of the ones before; their source: the laws themselves. */
const texts: Record<BankLaw, readonly [LawVersion['version'], LawVersion['from']][]> = {
  安全生产法: [
    ['2021', '2021-09-01'],
    ['2014', '2014-12-01'],
  ],
  工会法: [
    ['2021', '2022-01-01'],
    ['2009', '2009-08-27'],
  ],
  职业病防治法: [['2018', '2018-12-29']],
  消防法: [
    ['2021', '2021-04-29'],
    ['2019', '2019-04-23'],
  ],
  突发事件应对法: [
    ['2024', '2024-11-01'],
    ['2007', '2007-11-01'],
  ],
}

const putLaws = (city: City, root: Node, by: Person) => {
  for (const name of Object.keys(bankLaws) as BankLaw[]) {
    const place = { collection: 'quiz_laws', _id: lawId(name), under: root.under, subject: `法规《${name}》` }
    const added = {
      act: 'create',
      to: 'current',
      at: city.at(-190, 10),
      by: by.personId,
      name: by.name,
      verb: '登记法规',
    }
    city.add('quiz_laws', {
      ...trail(city, place, [{ ...added, data: { lawVersion: bankLaws[name] } }]),
      ...{ nodeId: root._id, name, current: bankLaws[name], next: null, enforceAt: null },
      versions: texts[name].map(([version, from]) => ({ version, from, note: '' })),
    })
  }
}

type Known = Omit<Question, '_id'> & { _id?: string }
type Flag = { reason: string; words: string | null; at: Date } | null

const putQuestion = (city: City, node: Node, question: Known, flag: Flag = null) => {
  const key = questionKey(question.stem)
  const at = city.at(-180, 10)
  city.add('questions', {
    ...{ _id: deriveId('question', node._id, key), ...question, nodeId: node._id, under: node.under, key },
    ...{ state: flag ? 'flagged' : 'live', flag, terms: searchTerms(question.stem), earlier: [] },
    ...{ subject: `题目「${clip(question.stem, 20)}」`, version: 0, seq: 0, head: chainStart, events: [] },
    ...{ outbox: [], outboxAt: null, createdAt: at, updatedAt: at },
  })
}

const single = (stem: string, options: string[], answer: number, explain: string) => ({
  ...{ kind: 'single' as const, stem, options, answer: [answer], explain },
})

const districtStems = [
  single(
    '进入本区工业园的装卸平台，先做哪一件事？',
    ['看清限速和人行道', '给家里打电话', '找人聊天', '直接走近路'],
    0,
    '平台上叉车多，先看清路再走。',
  ),
  single(
    '园区吹响三声长哨，职工应当怎么做？',
    ['继续干完手上的活', '按疏散图到集合点', '乘电梯下楼', '回更衣室取物品'],
    1,
    '三声长哨是疏散信号，按图到集合点点名。',
  ),
  single(
    '交接班时发现护栏松动，先做什么？',
    ['记下来明天再说', '告诉接班人并报班组长', '自己用绳子绑住', '绕开就行'],
    1,
    '交接班要交清隐患，班组长安排处理。',
  ),
  single(
    '有限空间作业前必须先做什么？',
    ['直接下去看看', '通风、检测、有人监护', '戴口罩就下去', '派新工人先试'],
    1,
    '先通风、再检测、后作业，外面要有人监护。',
  ),
]

/** Of a district: some of its own that wait for their article, one an officer doubts. */
const putDistrict = (city: City, district: Node) => {
  const common = { law: '安全生产法', lawVersion: '2021', phrase: '', category: 'imported', difficulty: 2 }
  for (const [index, question] of districtStems.entries()) {
    const doubt = { reason: 'doubt', words: '“先检测”还是“先通风”，请安监局的同志再看看', at: city.at(-4, 15) }
    const flag = index === 3 ? doubt : { reason: 'article', words: null, at: city.at(-6, 14) }
    const source = deriveId('seed-import', district._id)
    putQuestion(
      city,
      district,
      { ...question, ...common, article: index === 3 ? 44 : 0, state: 'live', source } as Known,
      flag,
    )
  }
}

/** The bank as it is delivered, the register of laws, and what a district has added. */
export const putBank = (city: City, root: Node, district: Node, by: Person, bank: readonly Question[]) => {
  for (const question of bank) putQuestion(city, root, question)
  putLaws(city, root, by)
  putDistrict(city, district)
}

export type Sat = { openid: string; paper: CountedPaper & { id: string; submittedAt: Date } }

type Reply = { state: 'kept' | 'corrected'; words: string }
type Objection = { words: string; reply?: Reply }

const objections: readonly Objection[] = [
  {
    words: '第三个选项我觉得也对。',
    reply: { state: 'kept', words: '谢谢您的细心。第三个选项是企业的做法，法条要求的是答案那一项，请看解析。' },
  },
  { words: '解析里说的和我们厂里贴的规定不一样，到底按哪个来？' },
  { words: '师傅说这题两个答案都可以，请再看看。' },
  { words: '题目有点绕，改得短一点就好了。', reply: { state: 'corrected', words: '您说得对，已经改短。谢谢！' } },
]

type Said = { question: { _id: string; stem: string }; owners: string[]; words: string; reply?: Reply; openid: string }
type Where = { campaignId: string; campaign: string; under: string[]; paperId: string; no: number; at: Date }

const putDispute = (city: City, by: Person, { question, owners, words, reply, openid }: Said, where: Where) => {
  const { campaignId, campaign, under, paperId, no, at } = where
  const _id = deriveId('dispute', openid, question._id)
  const said = { act: 'create', to: 'open', at, by: 'player', name: '答题人', verb: '反映题目' }
  const answeredAt = reply ? city.at(-1, 11) : null
  const act = reply?.state === 'kept' ? 'keep' : 'correct'
  const answered = { act, to: reply?.state ?? '', at: city.at(-1, 11), verb: '答复题目意见' }
  const happened = reply ? [said, { ...answered, by: by.personId, name: by.name }] : [said]
  const place = { collection: 'quiz_disputes', _id, under, subject: '职工对题目的意见' }
  city.add('quiz_disputes', {
    ...trail(city, place, happened),
    ...{ owner: openid, asked: deriveId('seed-asked', _id), campaignId, campaign, paperId, no },
    ...{ questionId: question._id, owners, stem: question.stem, words, wordsCheck: 'pass' },
    ...{ open: !reply, reply: reply?.words ?? null, answeredAt },
  })
}

/** What players said about questions they were asked, some of it answered; the first is the demonstration's own worker. */
export const putDisputes = (
  city: City,
  root: Node,
  by: Person,
  bank: readonly Question[],
  { id: campaignId, title: campaign }: { id: string; title: string },
  sat: readonly Sat[],
  demo: string,
) => {
  const own = sat.findIndex(({ openid }) => openid === demo)
  for (const [index, { words, reply }] of objections.entries()) {
    const { openid, paper } = (index === 0 ? sat[own] : sat[index * 5]) as Sat
    const question = bank.find(({ _id }) => _id === paper.items[index]?.q)
    if (!question) continue
    const where = { campaignId, campaign, under: root.under, paperId: paper.id, no: index + 1, at: paper.submittedAt }
    putDispute(city, by, { question, owners: root.under, words, reply, openid }, where)
    city.count('quiz', qualityKey(campaignId, paper.level), disputeField(question._id))
  }
}

/** One about a question of the district's own, asked in a contest of last year that is not part of this story. */
export const putDistrictDispute = (city: City, district: Node, by: Person, openid: string) => {
  const stem = districtStems.at(-1)?.stem ?? ''
  const question = { _id: deriveId('question', district._id, questionKey(stem)), stem }
  const campaign = '东原区班前一题'
  const where = { campaignId: deriveId('seed-campaign', campaign), campaign, under: district.under, no: 1 }
  const paper = { paperId: deriveId('seed-paper', campaign), at: city.at(-5, 19) }
  const words = '有限空间到底是先通风还是先检测？班里有两种说法。'
  putDispute(city, by, { question, owners: district.under, words, openid }, { ...where, ...paper })
}

/** What a closed paper adds to the figures of its questions. */
export const countQuality = (city: City, campaignId: string, paper: CountedPaper) => {
  const { key, fields } = qualityCounts(campaignId, paper)
  for (const [field, by] of Object.entries(fields)) city.count('quiz', key, field, by)
}
