import { AppError } from 'types/app-error'
import { winnersOf, type DrawFile } from 'types/draw-file'
import { listHashOf, listText, parseList } from 'types/draw-list'
import { deriveId } from 'types/ids'
import { drawMachine } from 'types/prize-machines'
import { move, type OutboxItem } from '../../kit/aggregate'
import { platform } from '../../kit/cloud'
import { releaseLease, takeLease } from '../../kit/lease'
import { newRequestId } from '../../kit/request-id'
import { open } from '../../kit/sensitive'
import { countByPlay, createClaim, standingClaims } from './claim-store'
import { release, releaseAll, seedAad } from './draw-commands'
import { draws as store, findDraw, findWaiting, noteProblem } from './draw-store'
import type { DrawDoc, PrizeDoc } from './documents'
import { collectEntries, findByMarks, weightOf } from './entrants'
import { newClaim } from './new-claim'
import type { Entrant } from './player-store'
import { hasMove, listPrizes, takePieces, undoTaking } from './prize-store'

const clock = (verb: string) => ({ by: 'clock', name: '系统', actor: 'clock', verb }) as const
const shownWinners = 200

const upload = async (draw: DrawDoc, name: string, text: string) => {
  const cloudPath = `draws/${draw._id}/${name}`
  return (await platform.uploadFile({ cloudPath, fileContent: Buffer.from(text, 'utf8') })).fileID
}

const prizesOf = async (draw: DrawDoc) =>
  new Map((await listPrizes(draw.campaignId)).map((prize) => [prize._id, prize] as const))

/** Sets the pieces aside; a title where too few are left. What this try set aside before stays so. */
const reserve = async (draw: DrawDoc, prizes: ReadonlyMap<string, PrizeDoc>, now: Date): Promise<string | null> => {
  const id = draw.reservation ?? ''
  for (const { prizeId, title, count } of draw.prizes) {
    const prize = prizes.get(prizeId)
    if (await hasMove(prizeId, [id])) continue
    const move = { id, kind: 'draw' as const, n: count, at: now }
    if (prize?.state !== 'open' || !(await takePieces(prizeId, [move]))) return title
  }
  return null
}

const fail = async (draw: DrawDoc, problem: string, now: Date) => {
  const step = { at: now, set: { problem, seed: null, seedHash: null }, data: { problem }, push: [releaseAll(draw)] }
  await move(store, drawMachine, draw, clock('名单没有锁定'), 'fail', draw.version, step)
}

const publish = async (draw: DrawDoc, now: Date) => {
  const prizes = await prizesOf(draw)
  const missing = await reserve(draw, prizes, now)
  if (missing) return fail(draw, `“${missing}”不够了，请减少份数或先补库存。`, now)
  const limits = new Map(draw.prizes.map(({ prizeId }) => [prizeId, prizes.get(prizeId)?.perPerson ?? 1]))
  const entries = await collectEntries(draw, limits)
  if (entries.length === 0) return fail(draw, '现在没有人符合抽奖条件，请晚些时候再锁定名单。', now)
  const list = listText(entries)
  const listHash = listHashOf(list)
  const listFile = await upload(draw, `list-${listHash.slice(0, 16)}.txt`, list)
  const at = new Date()
  // A list that comes after the value proves nothing.
  if (at >= draw.value.at) return fail(draw, '名单锁定时已过公开数的公布时间，请作废后换一个公开数。', now)
  const commitment = { seedHash: draw.seedHash ?? '', listHash, entries: entries.length, committedAt: at }
  const step = { at: now, set: { commitment, listFile }, data: { ...commitment, committedAt: at.toISOString() } }
  await move(store, drawMachine, draw, clock('公布抽奖名单'), 'publish', draw.version, step)
}

const readList = async (fileID: string) =>
  (await platform.downloadFile({ fileID })).fileContent.toString('utf8').split('\n')

const resultOf = async (draw: DrawDoc): Promise<DrawFile> => {
  const { _id: id, title, kind, commitment, entered, value } = draw
  if (!commitment || !entered) throw new Error('a draw without commitment or value')
  const list = await readList(draw.listFile ?? '')
  if (listHashOf(list.join('\n')) !== commitment.listHash) throw new Error('the stored list is another')
  parseList(list.join('\n'))
  const seed = open(draw.seed ?? '', seedAad(id))
  const prizes = draw.prizes.map(({ title: name, count }) => ({ title: name, count }))
  const { seedHash, listHash, committedAt } = commitment
  return {
    ...{ format: 'ankang-draw-1', id, title, kind, seed, prizes, list },
    commitment: { seedHash, listHash, committedAt: committedAt.toISOString() },
    value: {
      ...{ name: value.name, where: value.where, at: value.at.toISOString() },
      ...{ text: entered.text, enteredAt: entered.at.toISOString() },
    },
    winners: winnersOf({ kind, seed, list, prizes, text: entered.text }),
  }
}

type Winners = DrawFile['winners']

const claimOf = (draw: DrawDoc, mark: string) => deriveId('claim', draw._id, mark)

const listStanding = async (draw: DrawDoc, winners: Winners) =>
  new Set((await standingClaims(winners.map(({ mark }) => claimOf(draw, mark)))).map(({ _id }) => _id))

/** Why a winner gets nothing after all, by what happened since the list: docs/draws.md. */
const isWithheld = (draw: DrawDoc, prize: PrizeDoc, player: Entrant, had: number): boolean =>
  player.excluded !== null ||
  player.openid.startsWith('erased:') ||
  had >= prize.perPerson ||
  (draw.kind === 'chances' && weightOf(draw, player) === 0)

const countHad = async (draw: DrawDoc) => {
  const had = new Map<string, Map<string, number>>()
  for (const { prizeId } of draw.prizes) had.set(prizeId, await countByPlay(prizeId, draw._id))
  return (prize: PrizeDoc, { _id }: Entrant) => had.get(prize._id)?.get(_id) ?? 0
}

/** Claims of the winners, but of one who must not have it any more. What another run has given stands. */
const award = async (draw: DrawDoc, { winners }: DrawFile, now: Date) => {
  const prizes = await prizesOf(draw)
  const before = draw.commitment?.committedAt ?? now
  const players = await findByMarks(
    draw.campaignId,
    winners.map(({ mark }) => mark),
    before,
  )
  const standing = await listStanding(draw, winners)
  const hadOf = await countHad(draw)
  for (const { mark, prize: place } of winners) {
    const id = claimOf(draw, mark)
    const prize = prizes.get(draw.prizes[place]?.prizeId ?? '')
    const player = players.get(mark)
    if (standing.has(id) || !prize || !player || isWithheld(draw, prize, player, hadOf(prize, player))) continue
    await createClaim(newClaim({ id, prize, player, at: now }, draw._id))
  }
}

/** Pieces that go back: those nobody won and those held back, counted by the claims that stand. */
const leftOver = async (draw: DrawDoc, { winners }: DrawFile) => {
  const standing = await listStanding(draw, winners)
  const won = winners.filter(({ mark }) => standing.has(claimOf(draw, mark)))
  const given = (place: number) => won.filter(({ prize }) => prize === place).length
  const back = new Map(draw.prizes.map(({ prizeId, count }, place) => [prizeId, count - given(place)]))
  return { back, withheld: winners.length - won.length }
}

const settle = async (draw: DrawDoc, now: Date) => {
  const file = await resultOf(draw)
  const resultFile = await upload(draw, 'result.json', JSON.stringify(file, null, 1))
  await award(draw, file, now)
  const { back, withheld } = await leftOver(draw, file)
  const { winners } = file
  const set = {
    resultFile,
    winners: winners.slice(0, shownWinners),
    winnersTotal: winners.length,
    withheld,
    problem: null,
  }
  const step = { at: now, set, data: { winners: winners.length, seed: file.seed }, push: [release(draw, back)] }
  await move(store, drawMachine, draw, clock('公布中奖名单'), 'settle', draw.version, step)
}

/** Somebody was faster, another drainer or the officer: what he did stands. */
const isOvertaken = (thrown: unknown) => thrown instanceof AppError && thrown.code === 'CONFLICT'

const workOn = async (draw: DrawDoc, now: Date) => {
  try {
    if (draw.state === 'collecting') await publish(draw, now)
    if (draw.state === 'drawing') await settle(draw, now)
  } catch (thrown) {
    if (isOvertaken(thrown)) return
    // The others' outboxes must not wait for it: the clock tries again every minute.
    await noteProblem(draw._id, '还没有办成，系统每分钟会再试一次。')
  }
}

/** One run at a time: two draws of one prize must see each other's claims. Who comes second leaves it to the clock. */
const inTurn = async (now: Date, work: () => Promise<void>) => {
  const lease = await takeLease('quiz.draws', newRequestId(), now)
  if (lease) await work().finally(() => releaseLease(lease))
}

/** What an officer's step asked for, at once. */
export const workOnDraws = async (items: readonly OutboxItem[], now: Date) => {
  if (items.length === 0) return
  await inTurn(now, async () => {
    for (const { payload } of items) {
      const draw = await findDraw(String(payload.drawId))
      if (draw) await workOn(draw, now)
    }
  })
}
/** The same again, for what did not come through. @returns how many there were */
export const workOnWaiting = async (now: Date): Promise<number> => {
  const waiting = await findWaiting()
  if (waiting.length === 0) return 0
  await inTurn(now, async () => {
    for (const { _id } of waiting) {
      const draw = await findDraw(_id)
      if (draw) await workOn(draw, now)
    }
  })
  return waiting.length
}

type Release = { reservation: string; back: { prizeId: string; n: number }[] }

/** Pieces nobody won go back, each reservation once. */
export const releasePieces = async (items: readonly OutboxItem[]) => {
  for (const { payload } of items) {
    const { reservation, back } = payload as Release
    for (const { prizeId, n } of back) await undoTaking(prizeId, reservation, n)
  }
}
