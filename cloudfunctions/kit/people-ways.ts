import type { ReachKind } from 'types/reach'
import { command } from './cloud'
import { apartFrom, type Ways } from './tree-move'

/**
 * How a person is reached through a node otherwise than through a subtree that left it: by another office, by his unit,
 * by the roster. Who scanned codes in both is reached again once his record was rewritten.
 */
export const peopleWays: Ways = (nodeId, move, token) => {
  const kind = token.slice(nodeId.length + 1) as ReachKind | ''
  const under = apartFrom(nodeId, move)
  const [unit, roster] = [{ unitUnder: under }, { volunteerUnder: under }]
  if (kind === 'worker') return [unit]
  if (kind === 'volunteer') return [roster]
  // As the database has it: the SDK does not translate conditions joined within an element.
  const apart = { $eq: nodeId, $nin: [move.nodeId] }
  const role = kind && kind !== 'granted' ? { role: kind } : {}
  const office = { grants: command.elemMatch({ ...role, under: apart }) }
  return kind === '' ? [office, unit, roster] : [office]
}
