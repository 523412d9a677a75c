import { AppError } from 'types/app-error'
import { formatDate } from 'types/calendar'
import { hazardKindLabels, type HazardState } from 'types/hazard'
import { letterMachine, replyDays, type LetterContent, type letterEntries } from 'types/hazard-letter'
import { lawsFor } from 'types/hazard-letter-laws'
import { born, move } from '../../kit/aggregate'
import { isSame, isSameAuthor } from '../../kit/same'
import type { Handler } from '../../kit/serve'
import type { HazardDoc } from '../hazard'
import type { LetterDoc } from './letter'
import { createLetter, findLetter, letters } from './letter-store'

type Entries = typeof letterEntries

const fields = ['hazardId', 'to', 'facts', 'laws', 'suggestion', 'replyDays'] as const
const notYet: Partial<Record<HazardState, string>> = {
  reported: '请先受理这条隐患，再起草建议函。',
  declined: '这条隐患没有受理，不能发建议函。',
  closed: '这条隐患已经销号，不用再发建议函。',
  ceased: '企业已经关停，不用再发建议函。',
  merged: '这条隐患已与另一条合并，请在那一条上起草。',
}

// Who asked not to be known is not told apart by his words or by who was there that day.
const factsOf = ({ identity, place, words, kind, createdAt }: HazardDoc) =>
  identity === 'named'
    ? `${formatDate(createdAt)}，职工反映你单位${place}存在${hazardKindLabels[kind]}方面的问题：${words}`
    : `近期，职工反映你单位${place}存在${hazardKindLabels[kind]}方面的问题，请对该处认真排查。`

/** What a letter about this hazard might say; the officer changes what he likes. */
export const newLetter: Handler<Entries['newLetter'], HazardDoc> = (_input, { subject: doc }) =>
  Promise.resolve({
    to: doc.enterprise?.name ?? '',
    facts: factsOf(doc),
    laws: lawsFor(doc.kind)
      .slice(0, 4)
      .map(({ id }) => id),
    suggestion: doc.suggestion ?? '',
    replyDays,
    guarded: doc.identity !== 'named',
  })

const titleOf = ({ kind }: HazardDoc) => (kind === 'health' ? '关于消除职业危害的建议函' : '关于整改事故隐患的建议函')

const sameAgain = (before: LetterDoc | null, doc: LetterDoc) => {
  if (!before || !isSameAuthor(before, doc) || !isSame(before, doc, fields)) throw new AppError('ALREADY_EXISTS')
  return { id: before._id, state: before.state, version: before.version }
}

/** A draft in the name of the officer's own union node. */
export const draftLetter: Handler<Entries['draftLetter'], HazardDoc> = async (
  { _id, id: hazardId, ...content },
  { subject, grant, now, acting },
) => {
  const problem = notYet[subject.state]
  if (problem) throw new AppError('NOT_ALLOWED_NOW', { message: problem })
  const issuer = { id: grant?.nodeId ?? subject.node.id, name: grant?.nodeName ?? subject.node.name }
  const { under } = subject
  const hazard = subject.serial ?? subject.code
  const birth = { _id, state: 'drafted' as const, under, subject: `建议函 ${hazard}`, at: now }
  const doc: LetterDoc = {
    ...born(acting('officer'), { ...birth, data: { hazard, to: content.to } }),
    ...{ ...content, hazardId, hazard, issuer, title: titleOf(subject), number: null, numberKey: `.${_id}` },
    ...{ sent: null, replyDueAt: null, reply: null, refusal: null, referral: null, clockAt: null },
  }
  if (await createLetter(doc)) return { id: _id, state: doc.state, version: doc.version }
  return sameAgain(await findLetter(_id), doc)
}

const isUnchanged = (doc: LetterDoc, content: LetterContent) => isSame({ ...doc, ...content }, doc, fields)

export const reviseLetter: Handler<Entries['reviseLetter'], LetterDoc> = (input, { subject: doc, now, acting }) => {
  const { to, facts, laws, suggestion, replyDays: days, version } = input
  const content = { to, facts, laws, suggestion, replyDays: days }
  const change = { at: now, same: isUnchanged(doc, content), set: content }
  return move(letters, letterMachine, doc, acting('officer'), 'revise', version, change)
}

export const discardLetter: Handler<Entries['discardLetter'], LetterDoc> = (
  { version },
  { subject: doc, now, acting },
) => move(letters, letterMachine, doc, acting('officer'), 'discard', version, { at: now })
