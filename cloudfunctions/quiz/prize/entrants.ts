import { chancesIn } from 'types/quiz-engine'
import { deriveId, receiptCode } from 'types/ids'
import type { DrawEntry } from 'types/draw-list'
import type { DrawDoc } from './documents'
import { countByPlay } from './claim-store'
import { chancesLeft, hasTold } from './eligible'
import { eachPlayer, type Entrant } from './player-store'

const heaviest = 1_000_000

/** What a player counts for in a draw, as things are now; 0: nothing. */
export const weightOf = ({ kind, period }: Pick<DrawDoc, 'kind' | 'period'>, player: Entrant): number => {
  const weight = kind === 'ties' ? player.rankScore : Math.min(chancesIn(player.earned, period), chancesLeft(player))
  return Math.min(heaviest, Math.max(0, Math.floor(weight)))
}

/** Four more letters, for two players of one list whose numbers are the same. */
const longMark = (playId: string) => `${receiptCode(playId)}-${receiptCode(deriveId('twin', playId)).slice(0, 4)}`

const mayEnter = (draw: DrawDoc, player: Entrant, full: ReadonlySet<string>) =>
  !player.excluded &&
  !player.openid.startsWith('erased:') &&
  hasTold(draw.identity, player) &&
  !full.has(player._id) &&
  weightOf(draw, player) > 0

/** Players who have had as many pieces of one of these prizes as one person may. */
const fullPlayers = async (limits: ReadonlyMap<string, number>): Promise<Set<string>> => {
  const full = new Set<string>()
  for (const [prizeId, perPerson] of limits)
    for (const [playId, count] of await countByPlay(prizeId)) if (count >= perPerson) full.add(playId)
  return full
}

/**
 * Who takes part in a draw, and with how much.
 * @param limits prize id → pieces one person may have
 */
export const collectEntries = async (draw: DrawDoc, limits: ReadonlyMap<string, number>): Promise<DrawEntry[]> => {
  const full = await fullPlayers(limits)
  const byMark = new Map<string, { id: string; weight: number }[]>()
  for await (const page of eachPlayer(draw.campaignId))
    for (const player of page.filter((one) => mayEnter(draw, one, full))) {
      const mark = receiptCode(player._id)
      byMark.set(mark, [...(byMark.get(mark) ?? []), { id: player._id, weight: weightOf(draw, player) }])
    }
  return [...byMark].flatMap(([mark, players]) =>
    players.map(({ id, weight }) => ({ mark: players.length > 1 ? longMark(id) : mark, weight })),
  )
}

/** The players these marks stand for: a mark can be computed, but not turned back. */
export const findByMarks = async (
  campaignId: string,
  marks: readonly string[],
  before: Date,
): Promise<Map<string, Entrant>> => {
  const wanted = new Set(marks)
  const found = new Map<string, Entrant>()
  for await (const page of eachPlayer(campaignId))
    for (const player of page) {
      if (player.createdAt > before) continue
      const mark = [receiptCode(player._id), longMark(player._id)].find((one) => wanted.has(one))
      if (mark) found.set(mark, player)
    }
  return found
}
