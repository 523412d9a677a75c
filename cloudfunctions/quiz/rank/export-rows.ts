import { sheetLimits } from '../../kit/sheet-refusals'
import { findPeople } from '../person-store'
import type { PlayDoc } from '../documents'
import { pageExport } from './person-rank-store'

export type Player = Pick<
  PlayDoc,
  '_id' | 'openid' | 'name' | 'unit' | 'rankScore' | 'reachedAt' | 'points' | 'perfect' | 'levels' | 'excluded'
>

const pageSize = 900

/** Players, best first, as many as a sheet holds. */
export const readPlayers = async (campaignId: string) => {
  const players: Player[] = []
  let more = true
  for (let page = 1; more && players.length < sheetLimits.rows; page++) {
    const found = await pageExport(campaignId, page, pageSize)
    players.push(...found.items)
    more = found.more
  }
  const cut = more || players.length > sheetLimits.rows
  return { players: players.slice(0, sheetLimits.rows), cut }
}

/** Full names as people have told them, by openid. */
export const readNames = async (players: readonly Pick<Player, 'openid'>[]): Promise<Map<string, string>> => {
  const names = new Map<string, string>()
  for (let at = 0; at < players.length; at += pageSize) {
    const openids = players.slice(at, at + pageSize).map(({ openid }) => openid)
    for (const { _id, name } of await findPeople(openids)) if (name) names.set(_id, name)
  }
  return names
}
