import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { DrawDoc } from './documents'

export const draws = collection<DrawDoc>('quiz_draws')

export const findDraw = (id: string) => draws.find(id)
export const createDraw = (draw: DrawDoc) => draws.insert(draw)
export const listDraws = (campaignId: string) =>
  draws.list({ campaignId }, { sort: [['createdAt', 'desc']], limit: 100 })
/** Draws the clock has something to do for. */
export const findWaiting = () => draws.list({ state: command.in(['collecting', 'drawing']) }, { limit: 10 })
export const noteProblem = (id: string, problem: string | null) => draws.update({ _id: id }, { problem })
