import type { quizContract } from 'types/quiz'
import { readCounters } from '../../kit/counters'
import type { Handler } from '../../kit/serve'
import type { CampaignDoc } from '../documents'
import { findBoard, pageByName } from './rank-store'

/** A contest's figures as its officers see them: counters and the board. */
export const results: Handler<typeof quizContract.results, CampaignDoc> = async (_, { subject: contest }) => {
  const { _id: id, title, state, opensAt, closesAt, rules } = contest
  const [campaignKey, signalKey] = [`campaign.${id}`, `signals.${id}`]
  const [counted, board] = await Promise.all([
    readCounters('quiz', [campaignKey, signalKey]),
    findBoard(id, ['units', 'absent', 'workers']),
  ])
  const { players = 0, papers = 0, passed = 0, perfect = 0 } = counted.get(campaignKey) ?? {}
  const { new: fresh = 0, cleared = 0, excluded = 0 } = counted.get(signalKey) ?? {}
  return {
    ...{ title, state, opensAt, closesAt, players, papers, passed, perfect, by: rules.ranking.units },
    ...{ units: board?.units ?? 0, absent: board?.absent ?? null, workers: board?.workers ?? null },
    signals: { new: fresh, cleared, excluded },
  }
}

export const absentees: Handler<typeof quizContract.absentees, CampaignDoc> = async (
  { page, size },
  { subject: contest },
) => {
  const { items, more } = await pageByName(contest._id, 'absent', page, size)
  const toRow = (row: (typeof items)[number]) => ({
    ...{ id: row.unitId, name: row.name, region: row.regionName, workers: row.workers },
  })
  return { items: items.map(toRow), more }
}
