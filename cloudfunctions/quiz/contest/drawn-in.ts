import { command } from '../../kit/cloud'
import { campaigns } from './campaign-store'
import { findPoolsOf } from './revision-store'

const shown = 20

/** Titles of the contests that draw a question and are not over yet, the latest first. */
export const titlesDrawing = async (questionId: string): Promise<string[]> => {
  const ids = [...new Set((await findPoolsOf([questionId])).map(({ pooledFor }) => pooledFor))]
  if (ids.length === 0) return []
  const found = await campaigns.list({ _id: command.in(ids.slice(0, 100)) }, { fields: ['title', 'state', 'opensAt'] })
  return found
    .filter(({ state }) => state !== 'closed')
    .sort((a, b) => b.opensAt.getTime() - a.opensAt.getTime())
    .slice(0, shown)
    .map(({ title }) => title)
}
