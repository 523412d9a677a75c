import { goalUnits, type DriveGoals } from './drive-form'
import type { VisitCounts } from './visit-counts'
import type { VisitStage } from './visit-source'

const share = (part: number, aim: number) => `${Math.round((100 * part) / aim)}%`

/** What booths brought beside the goals of their drive, a sentence a step; steps without a goal have none. */
export const aimWords = ({ players, found }: DriveGoals, counts: VisitCounts): Partial<Record<VisitStage, string>> => ({
  ...(players && { players: `相当于答题目标 ${players} ${goalUnits.players}的 ${share(counts.players, players)}` }),
  ...(found && {
    reports: `相当于查出目标 ${found} ${goalUnits.found}的 ${share(counts.reports, found)}；受理以后才算查出`,
  }),
})
