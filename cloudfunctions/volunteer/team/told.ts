import type { Side } from 'types/volunteer-team'
import type { OutboxItem } from '../../kit/aggregate'
import { messageTo } from '../../kit/message'
import type { TeamDoc } from './team'
import { listOfficeHolders, type OfficeHolder } from './team-store'

type Push = Omit<OutboxItem, 'id'>
type Led = Pick<TeamDoc, '_id' | 'name' | 'unionUnder' | 'regulator'>
type Word = { title: string; by: Date; note: string; trigger?: 'team-seat' | 'team-vacant' }

type Named = Pick<TeamDoc, '_id' | 'name' | 'unionUnder'>

const toOne = (openid: string, { _id, name, unionUnder: line }: Named, word: Word): Push => {
  const { title, by, note, trigger = 'team-seat' } = word
  const values = { thing1: title, thing2: name, time3: by, thing4: note }
  return messageTo({ openid, template: 'work-to-do', values, page: `packages/corps/team?id=${_id}`, trigger, line })
}

export const tellNamed = toOne

const nearestOf = (holders: readonly OfficeHolder[]) =>
  holders.filter(({ seat }) => seat.nodeId === holders[0]?.seat.nodeId)

/** Who sits nearest to the team in each authority, and with `above` everybody up the union's line too. */
const authoritiesOf = async ({ unionUnder, regulator }: Led, above: boolean) => {
  const lines: readonly [Side, readonly string[]][] = [
    ['union', unionUnder],
    ['regulator', regulator.under],
  ]
  const found = await Promise.all(lines.map(([side, under]) => listOfficeHolders(under, side)))
  const [union = [], inspectors = []] = found
  const superior = nearestOf(union.filter(({ seat }) => seat.nodeId !== union[0]?.seat.nodeId))
  return [...nearestOf(union), ...nearestOf(inspectors), ...(above ? superior : [])]
}

/** Word to both authorities that lead the team, once a person. */
export const tellAuthorities = async (team: Led, word: Word, above = false): Promise<Push[]> => {
  const openids = new Set((await authoritiesOf(team, above)).map(({ _id }) => _id))
  return [...openids].map((openid) => toOne(openid, team, word))
}
