import { proposeResult, yearRuleOf, type YearRule } from 'types/volunteer-year-rules'
import type { Acting } from '../../kit/aggregate'
import { findRound, listAtWork, patchRound } from './round-store'
import { readYearRules } from './rules-store'
import type { RoundDoc, YearDoc } from './year-doc'
import { listOfRound, listRunning, moveYear } from './year-store'

const clock = (verb: string): Acting => ({ by: 'clock', name: '系统', actor: 'clock', verb })
const batch = 50
const budgetMs = 4_000

// Somebody else's move of the same year in the same moment is looked at again in the next batch.
const quietly = (moves: readonly Promise<unknown>[]) => Promise.allSettled(moves)

const takeIn = (doc: YearDoc, round: RoundDoc, rule: YearRule, at: Date) =>
  moveYear(doc, clock('列入年度考核'), 'open', doc.version, {
    at,
    set: { roundId: round._id, proposal: proposeResult(doc, doc.need, rule) },
  })

const sealOne = (doc: YearDoc, at: Date) => moveYear(doc, clock('封存年度考核'), 'seal', doc.version, { at })

const nextOf = (round: RoundDoc) =>
  round.work === 'gather' ? listRunning(round.node.id, round.year, batch) : listOfRound(round._id, 'agreed', batch)

/** Works on one round until it is through, or its time is. @returns years moved */
const workOn = async (round: RoundDoc, until: number, at: Date): Promise<number> => {
  let moved = 0
  const rule = yearRuleOf(round.year, await readYearRules())
  while (Date.now() < until) {
    const some = await nextOf(round)
    if (some.length === 0) {
      await patchRound(round._id, { work: round.work, version: round.version }, { work: null })
      return moved
    }
    const done = await quietly(
      some.map((doc) => (round.work === 'gather' ? takeIn(doc, round, rule, at) : sealOne(doc, at))),
    )
    const well = done.filter(({ status }) => status === 'fulfilled').length
    if (well === 0) return moved
    moved += well
  }
  return moved
}

/** Takes people into rounds that were opened and seals those of rounds that were sealed; a crash goes on where it was. */
export const workOnRounds = async (now: Date): Promise<number> => {
  const until = Date.now() + budgetMs
  let moved = 0
  for (const work of ['gather', 'seal'] as const)
    for (const { _id } of await listAtWork(work)) {
      const round = await findRound(_id)
      if (round?.work === work) moved += await workOn(round, until, now)
    }
  return moved
}
