import { winnersOf } from 'types/draw-file'
import { listHashOf, listText } from 'types/draw-list'
import { deriveId, receiptCode } from 'types/ids'
import { maskPersonName } from 'types/person-name'
import { sha256Hex } from 'types/sha256'
import { campaignId } from './campaign'
import type { City } from './city'
import { openDice } from './dice'
import type { Person } from './people'
import { seal } from './seal'
import { atWork } from './working-hours'
import { trail, type Happening } from './trail'
import type { Node } from './tree'

/** A player as far as prizes go. */
export type Taker = {
  openid: string
  name: string
  unit: string | null
  /** Chances earned, and whether the first level was passed. */
  chances: number
  passed: boolean
  isDemo: boolean
}

const place = '青泽市总工会一楼服务大厅'
const clock = { by: 'clock', name: '系统' }

const stockPrizes = [
  { key: 'cup', title: '保温杯', value: 39_00, stock: 60, price: { chances: 2, level: null, points: 0 }, percent: 12 },
  {
    key: 'book',
    title: '安全知识手册',
    value: 12_00,
    stock: 300,
    price: { chances: 0, level: 1, points: 0 },
    percent: 16,
  },
] as const
const drawPrizes = [
  { key: 'kit', title: '应急救援包', value: 168_00, stock: 3 },
  { key: 'blanket', title: '家用灭火毯', value: 59_00, stock: 20 },
] as const

const prizeId = (key: string) => deriveId('seed-prize', key)
const playIdOf = ({ openid }: Pick<Taker, 'openid'>) => deriveId('play', campaignId, openid)
const claimIdOf = (taker: Pick<Taker, 'openid'>, key: string) => deriveId('claim', playIdOf(taker), `seed-${key}`)

const wants = (taker: Taker, { key, price, percent }: (typeof stockPrizes)[number]) => {
  if (price.chances > taker.chances || !taker.passed) return false
  return (taker.isDemo && key === 'cup') || openDice(`claim/${key}/${taker.openid}`).chance(percent)
}

const wonAt = (city: City, { openid }: Taker, key: string) => {
  const dice = openDice(`claimed/${key}/${openid}`)
  return city.at(-dice.between(1, 6), dice.between(9, 20) + dice.below(60) / 60)
}

/** What a player has asked for, and the chances it took: part of his play. */
export const askingsOf = (city: City, taker: Taker) => {
  const askings = stockPrizes
    .filter((prize) => wants(taker, prize))
    .map(({ key, title, price }) => ({
      ...{ id: claimIdOf(taker, key), prizeId: prizeId(key), title, cost: price.chances },
      ...{ at: wonAt(city, taker, key), state: 'won' },
    }))
  return { askings, spent: askings.reduce((sum, { cost }) => sum + cost, 0) }
}

type Scene = { city: City; root: Node; officer: Person; takers: readonly Taker[] }

const putPrize = (
  { city, root, officer }: Scene,
  facts: { key: string; title: string; value: number; stock: number; left: number; mode: 'stock' | 'draw' },
  more: { price?: object; won?: object[]; open?: boolean } = {},
) => {
  const { key, title, value, stock, left, mode } = facts
  const { price = { chances: 0, level: null, points: 0 }, won = [], open = true } = more
  const who = { by: officer.personId, name: officer.name }
  const happened: Happening[] = [
    { ...who, act: 'create', to: 'draft', at: city.at(-20, 10), verb: '新建奖品', data: { value, stock } },
    ...(open ? [{ ...who, act: 'open', to: 'open', at: city.at(-19, 9), verb: '上架或下架奖品' }] : []),
  ]
  const where = { collection: 'quiz_prizes', _id: prizeId(key), under: root.under, subject: `奖品「${title}」` }
  city.add('quiz_prizes', {
    ...trail(city, where, happened),
    ...{ campaignId, title, value, mode, stock, left, perPerson: 1, price, place, won },
    ...{ expiresAt: city.at(20, 23.99), identity: 'none' },
  })
}

type Won = { taker: Taker; key: string; id: string; at: Date; drawId: string | null }

const putClaim = ({ city, root, officer }: Scene, { taker, key, id, at, drawId }: Won) => {
  const prize = [...stockPrizes, ...drawPrizes].find((one) => one.key === key)
  if (!prize) return
  const dice = openDice(`handed/${id}`)
  const handedAt = !taker.isDemo && dice.chance(55) ? atWork(at, [16, 30], dice) : null
  const isHanded = handedAt !== null && handedAt < city.at(0, 0)
  const who = { by: officer.personId, name: officer.name }
  const happened: Happening[] = [
    { ...clock, act: 'create', to: 'held', at, verb: '留出奖品', data: { prizeId: prizeId(key) } },
    ...(isHanded ? [{ ...who, act: 'hand', to: 'handed', at: handedAt, verb: '发放奖品' }] : []),
  ]
  const where = { collection: 'quiz_claims', _id: id, under: root.under, subject: `奖品「${prize.title}」一份` }
  city.add('quiz_claims', {
    ...trail(city, where, happened),
    ...{ campaignId, prizeId: prizeId(key), prizeTitle: prize.title, value: prize.value, place },
    ...{ playId: playIdOf(taker), openid: taker.openid, name: maskPersonName(taker.name), unit: taker.unit },
    ...{ how: drawId ? 'draw' : 'stock', drawId, code: receiptCode(id), expiresAt: city.at(20, 23.99) },
    ...{ warned: false, returned: false },
    handed: isHanded
      ? {
          ...{ at: handedAt, by: officer.name, to: maskPersonName(taker.name) },
          name: seal(taker.name, `quiz_claims/${id}/handed.name`),
        }
      : null,
  })
}

const drawFacts = (key: string, title: string, issue: string, valueAt: Date) => ({
  ...{ _id: deriveId('seed-draw', key), campaignId, title, kind: 'chances' as const, period: null, identity: 'none' },
  ...{ value: { name: `福彩 3D 第 ${issue} 期开奖号`, where: '中国福彩网', at: valueAt }, voided: null, problem: null },
  ...{ seed: null, seedHash: null, reservation: null, commitment: null, listFile: null, resultFile: null },
  ...{ entered: null, winners: [], winnersTotal: 0, withheld: 0 },
})

const prizesOf = (kits: number, blankets: number) => [
  { prizeId: prizeId('kit'), title: '应急救援包', count: kits },
  { prizeId: prizeId('blanket'), title: '家用灭火毯', count: blankets },
]

const commit = (scene: Scene, drawId: string, at: Date) => {
  const { city, takers } = scene
  const entries = takers.flatMap((taker) => {
    const weight = taker.chances - askingsOf(city, taker).spent
    return weight > 0 ? [{ mark: receiptCode(playIdOf(taker)), weight }] : []
  })
  const list = listText(entries)
  const seed = sha256Hex(`seed-of-${drawId}`)
  const [listHash, seedHash] = [listHashOf(list), sha256Hex(seed)]
  const listFile = city.file(`draws/${drawId}/list-${listHash.slice(0, 16)}.txt`, () => Buffer.from(list, 'utf8'))
  return { list, seed, listFile, commitment: { seedHash, listHash, entries: entries.length, committedAt: at } }
}

const happenedOf = ({ city, officer }: Scene, from: number, state: 'draft' | 'committed' | 'drawn'): Happening[] => {
  const who = { by: officer.personId, name: officer.name }
  const all: Happening[] = [
    { ...who, act: 'create', to: 'draft', at: city.at(from, 9.5), verb: '新建抽奖' },
    { ...who, act: 'commit', to: 'collecting', at: city.at(from, 10), verb: '锁定抽奖名单' },
    { ...clock, act: 'publish', to: 'committed', at: city.at(from, 10.01), verb: '公布抽奖名单' },
    { ...who, act: 'enter', to: 'drawing', at: city.at(from + 2, 9.5), verb: '录入公开数', data: { value: '381' } },
    { ...clock, act: 'settle', to: 'drawn', at: city.at(from + 2, 9.51), verb: '公布中奖名单' },
  ]
  return all.slice(0, { draft: 1, committed: 3, drawn: 5 }[state])
}

const putDraw = (scene: Scene, facts: ReturnType<typeof drawFacts>, happened: readonly Happening[], more: object) => {
  const { city, root } = scene
  const where = { collection: 'quiz_draws', _id: facts._id, under: root.under, subject: `抽奖「${facts.title}」` }
  city.add('quiz_draws', { ...facts, ...trail(city, where, happened), ...more })
}

const putDrawn = (scene: Scene) => {
  const { city, takers } = scene
  const facts = drawFacts('first', '第一期抽奖', '2026150', city.at(-5, 21.25))
  const { list, seed, listFile, commitment } = commit(scene, facts._id, city.at(-6, 10.01))
  const prizes = prizesOf(1, 5)
  const lines = list.split('\n')
  const named = prizes.map(({ title, count }) => ({ title, count }))
  const winners = winnersOf({ kind: 'chances', seed, list: lines, prizes: named, text: '381' })
  const enteredAt = city.at(-4, 9.5)
  const file = {
    ...{
      format: 'ankang-draw-1',
      id: facts._id,
      title: facts.title,
      kind: 'chances',
      seed,
      prizes: named,
      list: lines,
    },
    commitment: {
      ...{ seedHash: commitment.seedHash, listHash: commitment.listHash },
      committedAt: commitment.committedAt.toISOString(),
    },
    value: {
      ...{ name: facts.value.name, where: facts.value.where, at: facts.value.at.toISOString() },
      ...{ text: '381', enteredAt: enteredAt.toISOString() },
    },
    winners,
  }
  const json = JSON.stringify(file, null, 1)
  const resultFile = city.file(`draws/${facts._id}/result.json`, () => Buffer.from(json, 'utf8'))
  const entered = { text: '381', at: enteredAt }
  putDraw(scene, facts, happenedOf(scene, -6, 'drawn'), {
    ...{ prizes, commitment, listFile, resultFile, entered, winners, winnersTotal: winners.length },
  })
  const byMark = new Map(takers.map((taker) => [receiptCode(playIdOf(taker)), taker]))
  for (const { mark, prize } of winners) {
    const taker = byMark.get(mark)
    const key = prize === 0 ? 'kit' : 'blanket'
    const id = deriveId('claim', facts._id, mark)
    if (taker) putClaim(scene, { taker, key, id, at: city.at(-4, 9.51), drawId: facts._id })
  }
}

const putCommitted = (scene: Scene) => {
  const { city } = scene
  const facts = drawFacts('second', '第二期抽奖', '2026156', city.at(1, 21.25))
  const { seed, listFile, commitment } = commit(scene, facts._id, city.at(-1, 10.01))
  const reservation = `${facts._id}.1`
  putDraw(scene, facts, happenedOf(scene, -1, 'committed'), {
    ...{ prizes: prizesOf(1, 5), commitment, listFile, reservation, seedHash: commitment.seedHash },
    seed: seal(seed, `quiz_draws/${facts._id}/seed`),
  })
  return (n: number) => [{ id: reservation, kind: 'draw', n, at: city.at(-1, 10.01) }]
}

/** Prizes of the month, who has got what, one draw done, one that waits for its number, and one being prepared. */
export const putPrizes = (scene: Scene) => {
  const { city, takers } = scene
  for (const { key, title, value, stock, price } of stockPrizes) {
    const askers = takers.filter((taker) => askingsOf(city, taker).askings.some((one) => one.prizeId === prizeId(key)))
    putPrize(scene, { key, title, value, stock, left: stock - askers.length, mode: 'stock' }, { price })
    for (const taker of askers) {
      const at = wonAt(city, taker, key)
      putClaim(scene, { taker, key, id: claimIdOf(taker, key), at, drawId: null })
    }
  }
  putPrize(
    scene,
    { key: 'gloves', title: '防护手套', value: 18_00, stock: 100, left: 100, mode: 'stock' },
    {
      ...{ price: { chances: 1, level: null, points: 0 }, open: false },
    },
  )
  putDrawn(scene)
  const reserved = putCommitted(scene)
  const [kit, blanket] = drawPrizes
  putPrize(scene, { ...kit, left: 1, mode: 'draw' }, { won: reserved(1) })
  putPrize(scene, { ...blanket, left: 10, mode: 'draw' }, { won: reserved(5) })
  const last = drawFacts('last', '收官抽奖', '2026164', city.at(13, 21.25))
  putDraw(scene, last, happenedOf(scene, -1, 'draft'), { prizes: prizesOf(1, 8) })
}
