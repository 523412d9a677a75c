import { AppError } from 'types/app-error'
import type { BankedDoc } from './bank-documents'
import { findLaw, leaveForLater } from './law-store'
import { listOutdated } from './question-store'
import { leaveDraw } from './questions'

export type Outdated = { law: string; name: string; current: string }

/** Of the drainer's 30 s this takes a few. */
const perRound = 400
const atOnce = 20

const clock = { by: 'clock', name: '系统', actor: 'clock', verb: '法规修订，题目待核对' } as const

const flagOne = async (question: BankedDoc, current: string, at: Date) => {
  try {
    await leaveDraw(question, clock, 'flag', { reason: 'law', words: `法规已有 ${current} 版`, at })
  } catch (thrown) {
    // Somebody has moved it meanwhile; if it is live still, the next round meets it.
    if (!(thrown instanceof AppError)) throw thrown
  }
}

/**
 * Takes live questions over an older text of a law out of the draw, so many a round; the rest is left for the next one.
 * May come again at any point: what is flagged is not found again, and a law amended once more meanwhile is what counts.
 */
export const flagOutdated = async ({ law: id, name }: Outdated, itemId: string, now: Date) => {
  const law = await findLaw(id)
  if (!law) return
  const found = await listOutdated(name, law.current, perRound)
  for (let start = 0; start < found.length; start += atOnce)
    await Promise.all(found.slice(start, start + atOnce).map((question) => flagOne(question, law.current, now)))
  if (found.length < perRound) return
  const round = `${itemId.split('+')[0]}+${found.at(-1)?._id}`
  await leaveForLater(
    id,
    { id: round, to: 'local', kind: 'outdated', payload: { law: id, name, current: law.current } },
    now,
  )
}
