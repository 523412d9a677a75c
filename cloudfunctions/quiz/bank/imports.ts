import { createHash } from 'node:crypto'
import { AppError } from 'types/app-error'
import { deriveId } from 'types/ids'
import type { quizContract } from 'types/quiz'
import { born, move } from '../../kit/aggregate'
import type { Machine } from 'types/state-machine'
import { platform } from '../../kit/cloud'
import type { Caller } from '../../kit/identity'
import { readSheet } from '../../kit/sheet-read'
import { rejectSheet } from '../../kit/sheet-refusals'
import type { Handler } from '../../kit/serve'
import type { QuestionDoc } from '../documents'
import { questionColumns } from './import-columns'
import { parseQuestionRows, type Parsed, type ParsedSheet } from './import-rows'
import { createImport, findImport, imports, type ImportDoc } from './import-store'
import type { NodeDoc } from '../node-store'
import { findKnown, saveQuestions } from './question-store'

type Input = Parameters<Handler<typeof quizContract.checkImport, NodeDoc>>[0]

const importMachine: Machine<ImportDoc['state'], 'save'> = {
  states: { checked: { label: '已检查', tone: 'todo' }, saved: { label: '已导入', tone: 'done' } },
  moves: [{ from: ['checked'], act: 'save', to: 'saved', by: ['officer'], label: '导入题库' }],
}

/** Errors a screen can show; the rest are counted in `read - good - duplicates`. */
const shownErrors = 500

const readFile = async (fileId: string) => {
  const { fileContent } = await platform.downloadFile({ fileID: fileId })
  return { fileContent, sha256: createHash('sha256').update(fileContent).digest('hex') }
}

const parse = async (content: Buffer): Promise<ParsedSheet> =>
  parseQuestionRows(await readSheet(content, questionColumns))

type Known = Awaited<ReturnType<typeof findKnown>>
const keysOf = (known: Known) => new Set(known.map(({ key }) => key))

/**
 * `fresh`: what the bank has from nobody else; one that still waits for its article may come again with it. `missing`:
 * the fresh ones a call that broke off has not saved.
 */
const compare = async ({ questions }: ParsedSheet, owners: readonly string[], importId: string) => {
  const found = await findKnown(
    questions.map(({ key }) => key),
    owners,
  )
  const others = found.filter(({ source }) => source !== importId)
  const [all, settled] = [keysOf(others), keysOf(others.filter(({ state }) => state !== 'flagged'))]
  const own = keysOf(found.filter(({ source }) => source === importId))
  const fresh = questions.filter(({ key, article }) => !(article > 0 ? settled : all).has(key))
  return { fresh, missing: fresh.filter(({ key }) => !own.has(key)) }
}

const countsOf = ({ questions }: ParsedSheet, fresh: readonly Parsed[]) => ({
  good: fresh.length,
  duplicates: questions.length - fresh.length,
  flagged: fresh.filter(({ article }) => article === 0).length,
})

const toReport = (doc: ImportDoc) => {
  const { _id: id, file, state, read, good, duplicates, flagged, errors } = doc
  return { id, file, state, read, good, duplicates, flagged, errors }
}

/** The report of an earlier call with this id, if it was the same call: another's sheet is nobody's business. */
const reportAgain = (before: ImportDoc, input: Input, caller: Caller) => {
  const { nodeId, by, fileId } = before
  if (nodeId !== input.nodeId || by !== caller.personId || fileId !== input.fileId) throw new AppError('ALREADY_EXISTS')
  return toReport(before)
}

/** Reads the sheet and reports row by row; nothing enters the bank yet. */
export const checkImport: Handler<typeof quizContract.checkImport, NodeDoc> = async (
  input,
  { subject: node, now, acting, caller },
) => {
  const before = await findImport(input._id)
  if (before) return reportAgain(before, input, caller)
  const { fileContent, sha256 } = await readFile(input.fileId)
  const sheet = await parse(fileContent)
  const { fresh } = await compare(sheet, node.under, input._id)
  const birth = {
    _id: input._id,
    state: 'checked' as const,
    under: node.under,
    subject: `题库表格「${input.fileName}」`,
    at: now,
  }
  const doc: ImportDoc = {
    ...born(acting('officer'), birth),
    ...{ nodeId: node._id, by: caller.personId, fileId: input.fileId, sha256, file: input.fileName },
    ...{ read: sheet.read, ...countsOf(sheet, fresh), errors: sheet.errors.slice(0, shownErrors) },
  }
  if (await createImport(doc)) return toReport(doc)
  return reportAgain((await findImport(input._id)) ?? doc, input, caller)
}

const toQuestion = (parsed: Parsed, law: string, lawVersion: string, sheet: ImportDoc): QuestionDoc => {
  const { key, kind, stem, options, answer, explain, category, article } = parsed
  const { _id: source, nodeId, under } = sheet
  return {
    ...{ _id: deriveId('question', nodeId, key), key, nodeId, under, source, law, lawVersion },
    ...{ kind, stem, options, answer, explain, category, article, phrase: '', difficulty: 2 },
    // Imported questions wait for a person: without an article they are no contest questions yet.
    state: article > 0 ? 'live' : 'flagged',
  }
}

/** Puts the good rows of a checked sheet into the bank; the file is read again, so nothing of it rests in between. */
export const saveImport: Handler<typeof quizContract.saveImport, ImportDoc> = async (
  { law, lawVersion },
  { subject, now, acting },
) => {
  if (subject.state === 'saved') return toReport(subject)
  const { fileContent, sha256 } = await readFile(subject.fileId)
  if (sha256 !== subject.sha256) throw rejectSheet('这份表格在检查之后被换过，请重新选择并检查。')
  const sheet = await parse(fileContent)
  const { fresh, missing } = await compare(sheet, subject.under, subject._id)
  if (fresh.length === 0) throw new AppError('ALREADY_EXISTS', { message: '这份表格里没有新的题目，无需导入。' })
  await saveQuestions(missing.map((parsed) => toQuestion(parsed, law, lawVersion, subject)))
  const set = countsOf(sheet, fresh)
  const step = { at: now, set, data: { law, lawVersion, saved: fresh.length } }
  await move(imports, importMachine, subject, acting('officer'), 'save', subject.version, step)
  return toReport({ ...subject, state: 'saved', ...set })
}
