import { createHash } from 'node:crypto'
import { AppError } from 'types/app-error'
import { importRows, sheetMachine, type SheetKind, type sheetEntries } from 'types/org-imports'
import { born, move } from '../../kit/aggregate'
import { platform } from '../../kit/cloud'
import type { Caller } from '../../kit/identity'
import { rejectSheet } from '../../kit/sheet-refusals'
import type { Handler } from '../../kit/serve'
import type { NodeDoc } from '../documents'
import { planEnterprises } from './enterprise-plan'
import { enterpriseColumns, parseEnterpriseRows } from './enterprise-rows'
import { planNodes } from './node-plan'
import { nodeColumns, parseNodeRows } from './node-rows'
import type { Plan } from './plan'
import { readOfficeSheet } from './read-sheet'
import { createSheet, findSheet, sheets, type SheetDoc } from './sheet-store'

type Entries = typeof sheetEntries

/** Errors and likenesses a screen can show; all of them are counted. */
const shownErrors = 500
const shownAlike = 200

/** @throws AppError INVALID_INPUT where no such file was uploaded */
export const readFile = async (fileId: string) => {
  const fileContent = await platform.downloadFile({ fileID: fileId }).then(
    (file) => file.fileContent,
    () => null,
  )
  if (!fileContent) throw new AppError('INVALID_INPUT', { fields: { fileId: '没有读到上传的表格，请重新上传' } })
  return { fileContent, sha256: createHash('sha256').update(fileContent).digest('hex') }
}

/** Works out what a file would do below a node, against the register of this moment. */
export const planOf = async (kind: SheetKind, content: Buffer, node: NodeDoc, sheetId: string): Promise<Plan> => {
  const plan =
    kind === 'enterprises'
      ? await planEnterprises(parseEnterpriseRows(await readOfficeSheet(content, enterpriseColumns)), node, sheetId)
      : await planNodes(parseNodeRows(await readOfficeSheet(content, nodeColumns)), node, sheetId)
  if (plan.read > importRows) throw rejectSheet(`一份表格最多 ${importRows} 行，请分成几份导入。`)
  return plan as unknown as Plan
}

/** The work of a plan that is to be done: those that look like another only where they were chosen. */
export const workOf = ({ work, alike }: Plan, take: readonly number[]) => {
  const left = new Set(alike.map(({ row }) => row).filter((row) => !take.includes(row)))
  return work.filter(({ row }) => !left.has(row))
}

export const toReport = (doc: SheetDoc) => {
  const { _id: id, kind, file, state, version, read, fresh, changed, same, rejected } = doc
  const counts = { read, fresh, changed, same, rejected, alike: doc.alikeRows.length, done: doc.done, total: doc.total }
  return {
    ...{ id, kind, file, state, version, ...counts },
    message: doc.message,
    errors: doc.errors,
    similar: doc.similar,
  }
}

const checkPlace = ({ authority, type }: NodeDoc, fileId: string) => {
  if (authority !== 'union') throw new AppError('NOT_ALLOWED_NOW', { message: '表格只能导入到工会名下。' })
  if (type === 'workshop' || type === 'team')
    throw new AppError('NOT_ALLOWED_NOW', { message: '车间和班组不能导入表格。' })
  // Nothing but what was sent for this may be read out row by row.
  if (!/\/imports\/[\w.-]+$/.test(fileId)) throw new AppError('INVALID_INPUT', { fields: { fileId: '文件编号有误' } })
}

const factsOf = (plan: Plan) => {
  const work = workOf(plan, [])
  const count = (kind: 'fresh' | 'changed') => work.filter((one) => one.kind === kind).length
  return {
    ...{ read: plan.read, fresh: count('fresh'), changed: count('changed'), same: plan.same },
    ...{ rejected: plan.errors.length, errors: plan.errors.slice(0, shownErrors) },
    ...{ alikeRows: plan.alike.map(({ row }) => row), similar: plan.alike.slice(0, shownAlike) },
  }
}

type Input = Parameters<Handler<Entries['checkSheet'], NodeDoc>>[0]

const reportAgain = (before: SheetDoc | null, { nodeId, fileId, kind }: Input, { personId }: Caller) => {
  if (before?.nodeId !== nodeId || before.by !== personId || before.fileId !== fileId || before.kind !== kind)
    throw new AppError('ALREADY_EXISTS')
  return toReport(before)
}

/** Reads a sheet and reports row by row; nothing of it is kept yet. */
const checkSheet: Handler<Entries['checkSheet'], NodeDoc> = async (input, { subject: node, now, acting, caller }) => {
  const { _id, kind, fileId, fileName } = input
  checkPlace(node, fileId)
  const before = await findSheet(_id)
  if (before) return reportAgain(before, input, caller)
  const { fileContent, sha256 } = await readFile(fileId)
  const plan = await planOf(kind, fileContent, node, _id)
  const birth = { _id, state: 'checked' as const, under: node.under, subject: `导入表格「${fileName}」`, at: now }
  const doc: SheetDoc = {
    ...born(acting('officer'), birth),
    ...{ nodeId: node._id, kind, by: caller.personId, fileId, sha256, file: fileName, take: [], saver: null },
    ...{ ...factsOf(plan), done: 0, total: 0, message: null },
  }
  return (await createSheet(doc)) ? toReport(doc) : reportAgain(await findSheet(_id), input, caller)
}

/** Has a checked sheet taken in, by the clock and part by part. A sheet with a bad row changes nothing. */
const saveSheet: Handler<Entries['saveSheet'], SheetDoc> = async (
  { version, take },
  { subject: doc, acting, caller, grant, now },
) => {
  if (doc.rejected > 0)
    throw new AppError('NOT_ALLOWED_NOW', { message: '表格里还有看不懂的行，请改好后重新上传，这次没有改动任何数据。' })
  const chosen = take.filter((row) => doc.alikeRows.includes(row)).sort((a, b) => a - b)
  const total = doc.fresh + doc.changed + chosen.length
  if (doc.state === 'checked' && total === 0)
    throw new AppError('NOT_ALLOWED_NOW', { message: '表格里没有要新增或修改的内容，无需导入。' })
  const saver = { by: caller.personId, name: caller.name ?? '', office: grant?.nodeName ?? '' }
  const step = {
    at: now,
    set: { take: chosen, saver, total },
    data: { total },
    same: doc.take.join() === chosen.join(),
  }
  if (doc.state === 'saved') return toReport(doc)
  const { state, version: moved } = await move(sheets, sheetMachine, doc, acting('officer'), 'save', version, step)
  return toReport({ ...doc, state, version: moved, take: chosen, total })
}

const sheet: Handler<Entries['sheet'], SheetDoc> = (_input, { subject }) => Promise.resolve(toReport(subject))

export const sheetHandlers = { checkSheet, saveSheet, sheet }
