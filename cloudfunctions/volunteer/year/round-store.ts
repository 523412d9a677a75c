import { roundMachine, type RoundAct } from 'types/volunteer-year-machine'
import { move, type Acting } from '../../kit/aggregate'
import { collection, type Patch } from '../../kit/collection'
import type { RoundDoc } from './year-doc'

export const rounds = collection<RoundDoc>('volunteer_rounds')

export const findRound = (id: string) => rounds.find(id)
export const findRoundOf = async (nodeId: string, year: number): Promise<RoundDoc | null> =>
  (await rounds.list({ roundKey: roundKey(nodeId, year) }, { limit: 1 }))[0] ?? null
export const roundKey = (nodeId: string, year: number) => `${nodeId}.${year}`
/** false where the node has one of that year. */
export const createRound = (doc: RoundDoc) => rounds.insert(doc)
export const listAtWork = (work: NonNullable<RoundDoc['work']>) => rounds.list({ work }, { limit: 20 })
export const patchRound = (id: string, where: Patch, patch: Patch) => rounds.update({ _id: id, ...where }, patch)

export const moveRound = (
  doc: RoundDoc,
  acting: Acting,
  act: RoundAct,
  version: number,
  step: Parameters<typeof move>[6],
) => move(rounds, roundMachine, doc, acting, act, version, step)
