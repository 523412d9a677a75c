import { AppError } from 'types/app-error'
import type { InputOf } from 'types/contract'
import type { NodeCore } from 'types/documents'
import { isOver } from 'types/hazard'
import { mostJoiners, type joinEntries } from 'types/hazard-join'
import { receiptCode } from 'types/ids'
import { born, type Acting } from '../../kit/aggregate'
import { checkText } from '../../kit/content-check'
import type { Handler } from '../../kit/serve'
import type { HazardDoc } from '../hazard'
import { countReport, reportDayOf } from '../report/day-store'
import { fitsKey, markOf } from '../report/retrieval-key'
import { isEmployer } from '../report/route'
import { findJoinStart, joins, type JoinDoc } from './join-store'
import type { Joiner } from './joiner'

type Join = typeof joinEntries.join
type Input = InputOf<Join>

const say = (message: string) => new AppError('NOT_ALLOWED_NOW', { message })

// As a report of his own would be routed: hidden from everything at and below the employer's topmost node.
const hiddenFrom = (doc: HazardDoc, line: readonly NodeCore[], identity: Input['identity']): string[] => {
  if (identity !== 'hidden') return []
  const top = line.find(isEmployer)
  return [
    ...new Set([...doc.hiddenFrom, ...(top ? [top._id] : []), ...(doc.enterprise ? [doc.enterprise.nodeId] : [])]),
  ]
}

const joinerOf = (input: Input, doc: HazardDoc, line: readonly NodeCore[], openid: string, now: Date): Joiner => {
  const { _id, identity, retrievalKey = '' } = input
  const isNameless = identity === 'anonymous'
  if (!isNameless && !openid) throw new AppError('FORBIDDEN')
  return {
    ...{ _id, identity, owner: isNameless ? null : openid, words: input.words || null, at: now },
    spoken: null,
    keyMark: isNameless ? markOf(_id, retrievalKey) : null,
    hiddenFrom: hiddenFrom(doc, line, identity),
  }
}

const receiptOf = ({ _id, node }: HazardDoc, at: Date) => ({ id: _id, at, handledBy: node.name })

const ownReceipt = (present: JoinDoc, input: Input, openid: string, doc: HazardDoc) => {
  const isOwn = present.owner ? present.owner === openid : fitsKey(present, input.retrievalKey ?? '')
  if (!isOwn) throw new AppError('NOT_FOUND')
  if (present.hazardId !== input.id || present.words !== (input.words || null)) throw new AppError('ALREADY_EXISTS')
  return receiptOf(doc, present.at)
}

const checkOpen = (doc: HazardDoc) => {
  if (isOver(doc.state)) throw say('这处隐患已经办结。如果现在还有危险，请另外上报一条。')
  if (doc.joins >= mostJoiners) throw say(`已有 ${mostJoiners} 多人反映这处隐患，工会都知道了，不用再报。`)
}

const compose = (joiner: Joiner, doc: HazardDoc, wordsCheck: JoinDoc['wordsCheck'], acting: Acting): JoinDoc => {
  const subject = `共同反映 ${receiptCode(joiner._id)}`
  const push = [{ to: 'local', kind: 'join', payload: { hazardId: doc._id, joiner } }]
  const data = { code: doc.code }
  return {
    ...born(acting, { _id: joiner._id, state: 'joined', under: doc.under, subject, at: joiner.at, data, push }),
    ...joiner,
    ...{ hazardId: doc._id, wordsCheck },
  }
}

/**
 * "I saw it too": three trips (the hazard with all beside it, the day's count, the write). What it does to the hazard is
 * the drainer's, so that many may join in one moment. Who reported or joined already gets the same answer again.
 */
export const join: Handler<Join> = async (input, { caller: { openid }, now, acting }) => {
  const dayId = reportDayOf(openid, now)
  const [wordsCheck, start] = await Promise.all([
    input.words ? checkText(openid, input.words, 'log') : ('pass' as const),
    findJoinStart({ hazardId: input.id, joinId: input._id, dayId }),
  ])
  if (!start) throw new AppError('NOT_FOUND')
  const { line, present, day, ...doc } = start
  if (present[0]) return ownReceipt(present[0], input, openid, doc)
  if (openid && doc.followers.includes(openid)) {
    if (input.identity === 'anonymous') throw say('您已经反映过这处隐患，在“我报过的隐患”里看进度。')
    return receiptOf(doc, now)
  }
  checkOpen(doc)
  const joiner = joinerOf(input, doc, line, openid, now)
  if (openid) await countReport(dayId, day[0] ?? null, now)
  // The audit trail never learns who reports, named or not.
  const made = compose(joiner, doc, wordsCheck, acting('reporter', { by: 'reporter', name: '上报人' }))
  if (await joins.insert(made)) return receiptOf(doc, now)
  const stands = await joins.find(input._id)
  if (!stands) throw new AppError('NOT_FOUND')
  return ownReceipt(stands, input, openid, doc)
}
