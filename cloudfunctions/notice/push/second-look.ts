import { AppError } from 'types/app-error'
import { wordsOf } from '../audience/check-audience'
import type { PushDoc } from '../documents'
import { listNodes } from '../node-store'
import { rulesFor } from '../rules/rules-store'
import { findTrial } from './push-store'
import { countUpTo } from './size'

/** `ask`: a second officer is wanted; `hold`: its author has to do something first. */
export type Missing = { act: 'ask' | 'hold'; note: string; size?: number }

const hasStrayed = async ({ nodeId, audience }: PushDoc): Promise<boolean> => {
  const [node] = await listNodes([nodeId])
  if (!node) return true
  try {
    await wordsOf(node, audience)
    return false
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'INVALID_INPUT') return true
    throw thrown
  }
}

/**
 * What a push lacks now that it is to begin: since it was written its audience may have grown above a size of the rules,
 * or moved out of its union's reach. Null where it may go.
 */
export const lookAgain = async (push: PushDoc, isApproved: boolean, now: Date): Promise<Missing | null> => {
  if (await hasStrayed(push)) return { act: 'hold', note: '对象已不在本单位范围，请取消后重选' }
  const [{ trialAbove, approveAbove }, trial] = await Promise.all([
    rulesFor(push.under),
    findTrial(push.nodeId, push.print ?? ''),
  ])
  if (isApproved && trial) return null
  const size = await countUpTo(push, Math.max(trialAbove, approveAbove), now)
  if (size > approveAbove && !isApproved) return { act: 'ask', note: `已超过${approveAbove}人，要另一位干部同意`, size }
  if (size > trialAbove && !trial) return { act: 'hold', note: `已超过${trialAbove}人，请试发后点继续`, size }
  return null
}
