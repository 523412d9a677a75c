import { createHash } from 'node:crypto'
import { AppError } from 'types/app-error'
import type { quizContract } from 'types/quiz'
import { lawId, lawName } from 'types/quiz-laws'
import { born, move } from '../../kit/aggregate'
import type { Machine } from 'types/state-machine'
import { platform } from '../../kit/cloud'
import type { Caller } from '../../kit/identity'
import { rejectSheet } from '../../kit/sheet-refusals'
import type { Handler } from '../../kit/serve'
import { bankedFrom } from './banked-question'
import { compare, findAlike } from './compare'
import type { Parsed, ParsedSheet } from './import-rows'
import { createImport, findImport, imports, type ImportDoc } from './import-store'
import { findLaw } from './law-store'
import type { NodeDoc } from '../node-store'
import { saveQuestions } from './question-store'
import { readBank } from './read-bank'

type Input = Parameters<Handler<typeof quizContract.checkImport, NodeDoc>>[0]

const importMachine: Machine<ImportDoc['state'], 'save'> = {
  states: { checked: { label: '已检查', tone: 'todo' }, saved: { label: '已导入', tone: 'done' } },
  moves: [{ from: ['checked'], act: 'save', to: 'saved', by: ['officer'], label: '导入题库' }],
}

/** Errors a screen can show; all of them are counted in `rejected`. */
const shownErrors = 500

const readFile = async (fileId: string) => {
  const { fileContent } = await platform.downloadFile({ fileID: fileId })
  return { fileContent, sha256: createHash('sha256').update(fileContent).digest('hex') }
}

const countsOf = ({ questions, errors }: ParsedSheet, fresh: readonly Parsed[], taken: readonly Parsed[]) => ({
  good: taken.length,
  duplicates: questions.length - fresh.length,
  flagged: taken.filter(({ article }) => article === 0).length,
  rejected: errors.length,
})

const toReport = (doc: ImportDoc) => {
  const { _id: id, file, state, read, good, duplicates, flagged, alike, similar, rejected, errors } = doc
  const shown = { id, file, state, read, good, duplicates, flagged, similar, rejected, errors }
  return { ...shown, alike: alike.length }
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
  const sheet = await readBank(fileContent)
  const { fresh, known } = await compare(sheet, node.under, input._id)
  const found = await findAlike(fresh, known, node.under, input._id)
  const skipped = new Set(found.alike)
  const taken = fresh.filter(({ row }) => !skipped.has(row))
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
    ...{ read: sheet.read, ...countsOf(sheet, fresh, taken), ...found, errors: sheet.errors.slice(0, shownErrors) },
  }
  if (await createImport(doc)) return toReport(doc)
  return reportAgain((await findImport(input._id)) ?? doc, input, caller)
}

/** What no sheet names. */
const sheetWording = { phrase: '', difficulty: 2 }

/** Puts the good rows of a checked sheet into the bank; the file is read again, so nothing of it rests in between. */
export const saveImport: Handler<typeof quizContract.saveImport, ImportDoc> = async (
  { law: words, lawVersion, take },
  { subject, now, acting },
) => {
  if (subject.state === 'saved') return toReport(subject)
  const { fileContent, sha256 } = await readFile(subject.fileId)
  if (sha256 !== subject.sha256) throw rejectSheet('这份表格在检查之后被换过，请重新选择并检查。')
  const sheet = await readBank(fileContent)
  const { fresh, missing } = await compare(sheet, subject.under, subject._id)
  const skipped = new Set(subject.alike.filter((row) => !take.includes(row)))
  const taken = fresh.filter(({ row }) => !skipped.has(row))
  if (taken.length === 0) throw new AppError('ALREADY_EXISTS', { message: '这份表格里没有新的题目，无需导入。' })
  const law = lawName(words)
  const current = (await findLaw(lawId(law)))?.current
  const source = { law, lawVersion, current, import: subject, at: now }
  await saveQuestions(missing(taken).map((parsed) => bankedFrom({ ...parsed, ...sheetWording }, source)))
  const flagged = taken.filter(({ article }) => article === 0 || (current ?? lawVersion) !== lawVersion).length
  const set = { ...countsOf(sheet, fresh, taken), flagged }
  const data = { law, lawVersion, saved: taken.length, alikeTaken: subject.alike.length - skipped.size }
  const push = [{ to: 'local', kind: 'pools', payload: { nodeId: subject.nodeId } }]
  const step = { at: now, set, data, push }
  await move(imports, importMachine, subject, acting('officer'), 'save', subject.version, step)
  return toReport({ ...subject, state: 'saved', ...set })
}
