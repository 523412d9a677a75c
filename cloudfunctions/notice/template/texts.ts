import { AppError } from 'types/app-error'
import { messageTemplates } from 'types/message-templates'
import { keptEditions, mostTexts, textMachine, type TextAct, type TextRow } from 'types/notice-template'
import type { noticeContract } from 'types/notice'
import type { OfficerTemplate } from 'types/template-keys'
import type * as z from 'types/zod'
import { born, move, type Acting } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import type { StoredGrant } from '../../kit/identity'
import { isSame, isSameAuthor } from '../../kit/same'
import type { Context, Handler } from '../../kit/serve'
import type { NodeDoc } from '../documents'
import { checkWording } from './check-wording'
import type { Edition, TextBody, TextDoc } from './text-doc'
import { createText as insertText, findText, isFull, listTexts, texts as store } from './text-store'

type Contract = typeof noticeContract

const mayChange = ({ under }: TextDoc, grants: readonly StoredGrant[]) =>
  grants.some(({ nodeId }) => under.includes(nodeId))

const toRow = (text: TextDoc, grants: readonly StoredGrant[]): z.input<typeof TextRow> => {
  const { _id: id, name, folder, wording, page, template, state, nodeId, nodeName, edition, version } = text
  const facts = { ...text.saved, mine: mayChange(text, grants) }
  return { ...{ id, name, folder, wording, page, template, state, nodeId, nodeName, edition, version }, ...facts }
}

/** Texts of a union and of those above it, by folder and name. */
export const texts: Handler<Contract['texts'], NodeDoc> = async ({ state }, { subject: node, caller }) => {
  const found = await listTexts(node.under, state)
  const keyOf = ({ folder, name }: TextDoc) => `${folder}\n${name}`
  const sorted = found.sort((one, other) => keyOf(one).localeCompare(keyOf(other), 'zh'))
  return { items: sorted.map((text) => toRow(text, caller.grants)) }
}

export const text: Handler<Contract['text'], TextDoc> = async (_input, { subject, caller }) => ({
  text: toRow(subject, caller.grants),
  editions: [...subject.editions].reverse(),
})

const bodyOf = ({ name, folder, wording, page }: TextBody): TextBody => ({ name, folder, wording, page })

/** Chinese names of what differs. */
const changedIn = (template: OfficerTemplate, before: TextBody, after: TextBody): string[] => [
  ...(before.name === after.name ? [] : ['名称']),
  ...(before.folder === after.folder ? [] : ['文件夹']),
  ...messageTemplates[template].fields.flatMap(({ key, name }) =>
    before.wording[key] === after.wording[key] ? [] : [name],
  ),
  ...(before.page === after.page ? [] : ['点开后的页面']),
]

const editionOf = (
  body: TextBody,
  edition: number,
  { name, office }: Acting,
  at: Date,
  changed: string[],
): Edition => ({
  ...bodyOf(body),
  ...{ edition, by: name, office: office ?? '', at, changed },
})

const checkRoom = async (nodeId: string) => {
  if (!(await isFull(nodeId))) return
  throw new AppError('INVALID_INPUT', { message: `一个工会最多保存 ${mostTexts} 条文本，请先停用不用的。` })
}

export const createText: Handler<Contract['createText'], NodeDoc> = async (
  { _id, nodeId, template, ...input },
  { subject: node, caller, acting, now },
) => {
  const body = { ...input, wording: checkWording(template, input.wording, true) }
  const who = acting('officer')
  const birth = { _id, state: 'live' as const, under: node.under, subject: `消息文本「${body.name}」`, at: now }
  const made: TextDoc = {
    ...born(who, birth),
    ...body,
    ...{ nodeId, nodeName: node.name, template, edition: 1, editions: [editionOf(body, 1, who, now, [])] },
    saved: { by: who.name, at: now },
  }
  const before = await findText(_id)
  if (!before) await checkRoom(nodeId)
  if (!before && (await insertText(made))) return toRow(made, caller.grants)
  const stands = before ?? (await findText(_id))
  const first = stands?.editions.find(({ edition }) => edition === 1)
  const isRetry = stands && first && isSameAuthor(stands, made) && isSame(stands, made, ['nodeId', 'template'])
  if (!isRetry || changedIn(template, first, body).length > 0) throw new AppError('ALREADY_EXISTS')
  return toRow(stands, caller.grants)
}

const nothingNew = () => new AppError('INVALID_INPUT', { message: '和现在用的一样，没有要保存的改动。' })

const writeEdition = async (
  subject: TextDoc,
  body: TextBody,
  act: TextAct,
  { version, of }: { version: number; of?: number },
  { acting, now }: Context<TextDoc>,
) => {
  const changed = changedIn(subject.template, subject, body)
  const isReplay = subject.version === version + 1 && changed.length === 0
  if (changed.length === 0 && !isReplay) throw nothingNew()
  const edition = subject.edition + 1
  const who = acting('officer')
  const next = editionOf(body, edition, who, now, changed)
  return move(store, textMachine, subject, who, act, version, {
    at: now,
    set: {
      ...{ ...bodyOf(body), edition, saved: { by: next.by, at: next.at } },
      editions: command.push({ each: [next], slice: -keptEditions }),
    },
    data: { edition, changed, ...(of ? { of } : {}) },
    same: isReplay,
  })
}

/** A new edition; the one before stays readable. */
export const saveText: Handler<Contract['saveText'], TextDoc> = async ({ version, ...input }, context) => {
  const { subject } = context
  const body = { ...bodyOf(input), wording: checkWording(subject.template, input.wording, true) }
  return writeEdition(subject, body, 'save', { version }, context)
}

/** What an older edition said, as a new one. */
export const revertText: Handler<Contract['revertText'], TextDoc> = async ({ version, edition }, context) => {
  const older = context.subject.editions.find((one) => one.edition === edition)
  if (!older)
    throw new AppError('INVALID_INPUT', { message: `第 ${edition} 版已经不在了，只保留最近 ${keptEditions} 版。` })
  return writeEdition(context.subject, bodyOf(older), 'revert', { version, of: edition }, context)
}

const moveBy =
  (act: TextAct) =>
  ({ version }: { version: number }, { subject, acting, now }: Context<TextDoc>) =>
    move(store, textMachine, subject, acting('officer'), act, version, { at: now })

/** No longer offered for new pushes. */
export const retireText = moveBy('retire')
/** Offered again, where its union has room for one more. */
export const restoreText: ReturnType<typeof moveBy> = async (input, context) => {
  const { state, nodeId } = context.subject
  if (state === 'retired') await checkRoom(nodeId)
  return moveBy('restore')(input, context)
}
