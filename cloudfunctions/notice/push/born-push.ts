import { AppError } from 'types/app-error'
import { canonicalJson } from 'types/chain'
import type { InputOf } from 'types/contract'
import { messageTemplates } from 'types/message-templates'
import type { PushState } from 'types/notice-push'
import type { pushEntries } from 'types/notice-pushes'
import { sha256Hex } from 'types/sha256'
import { born } from '../../kit/aggregate'
import { isSame, isSameAuthor } from '../../kit/same'
import type { Context } from '../../kit/serve'
import type { NodeDoc, PushDoc } from '../documents'
import { checkAnyDay, checkWorded } from '../template/fill'
import { createPush, findPush } from './push-store'
import { freshView } from './views'

type Said = Omit<InputOf<typeof pushEntries.trial>, '_id' | 'testers'>

/** Template, wording and page under one mark: what a trial has shown. */
export const printOf = ({ template, wording, page, longRule }: Said): string =>
  sha256Hex(canonicalJson({ template, wording, page: page ?? null, longRule: longRule ?? null })).slice(0, 32)

/** As it is stored: each field without blanks at its ends. */
export const asKept = <T extends Pick<Said, 'template' | 'wording'>>(said: T): T => {
  const fields = checkWorded({ template: said.template, wording: said.wording, day: null })
  return { ...said, wording: Object.fromEntries(fields.map(({ key, text }) => [key, text])) }
}

/**
 * The wording with each field trimmed.
 * @param mayWait whether it may begin on another day than this
 * @throws AppError INVALID_INPUT, a sentence at each field that cannot be sent to anybody
 */
export const checkedSaid = <T extends Said>(said: T, union: string, day: Date, mayWait = false): T => {
  const fields = (mayWait ? checkAnyDay : checkWorded)({ ...said, union, day })
  const problems = fields.flatMap(({ key, problem }) => (problem ? [[`wording.${key}`, problem] as const] : []))
  if (problems.length > 0) throw new AppError('INVALID_INPUT', { fields: Object.fromEntries(problems) })
  return asKept(said)
}

type Birth = Pick<PushDoc, '_id' | 'audience' | 'audienceWords'> & Partial<PushDoc> & { state: PushState }
type Push = { to: string; kind: string; payload: Record<string, unknown> }

/** A new push as it is stored; `push`: what must happen because of it. */
export const bornPush = (
  said: Said,
  { _id, state, ...facts }: Birth,
  { subject: node, caller, acting, now }: Context<NodeDoc>,
  push: readonly Push[] = [],
): PushDoc => {
  const { nodeId, template, wording, page, longRule } = said
  const { title } = messageTemplates[template]
  const subject = `${facts.testers ? '试发' : '推送'}「${title}」：${facts.audienceWords}`
  return {
    ...born(acting('officer'), { _id, state, under: node.under, subject, at: now, push }),
    ...{ nodeId, template, title, wording, page: page ?? null, longRule: longRule ?? null, union: node.name },
    ...{
      cursor: '',
      total: 0,
      by: caller.name ?? '',
      authorId: caller.personId,
      print: printOf(said),
      dueAt: null,
      askedAt: null,
    },
    ...facts,
  }
}

const facts = ['nodeId', 'template', 'audience', 'wording', 'page', 'longRule', 'askedAt', 'testers'] as const

/** Stores it; the same again is the same push. @throws AppError ALREADY_EXISTS where the id is another's */
export const keepPush = async (push: PushDoc, { caller }: Context<NodeDoc>) => {
  if (await createPush(push)) return freshView(push, caller)
  const before = await findPush(push._id)
  if (!before || !isSameAuthor(before, push) || !isSame(before, push, facts)) throw new AppError('ALREADY_EXISTS')
  return freshView(before, caller)
}
