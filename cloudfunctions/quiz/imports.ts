import { AppError } from 'types/app-error'
import type { quizContract } from 'types/quiz'
import { born, move } from '../kit/aggregate'
import type { Machine } from 'types/state-machine'
import { platform } from '../kit/cloud'
import { readSheet } from '../kit/sheet-read'
import type { Handler } from '../kit/serve'
import type { QuestionDoc } from './documents'
import { questionColumns } from './import-columns'
import { parseQuestionRows, type Parsed, type ParsedSheet } from './import-rows'
import { createImport, findImport, imports, type ImportDoc } from './import-store'
import type { NodeDoc } from './node-store'
import { findKnown, saveQuestions } from './question-store'

const importMachine: Machine<ImportDoc['state'], 'save'> = {
  states: { checked: { label: '已检查', tone: 'todo' }, saved: { label: '已导入', tone: 'done' } },
  moves: [{ from: ['checked'], act: 'save', to: 'saved', by: ['officer'], label: '导入题库' }],
}

/** Errors a screen can show; the rest are counted in `read - good - duplicates`. */
const shownErrors = 500

const parseFile = async (fileId: string): Promise<ParsedSheet> => {
  const { fileContent } = await platform.downloadFile({ fileID: fileId })
  return parseQuestionRows(await readSheet(fileContent, questionColumns))
}

const toReport = (doc: ImportDoc) => {
  const { _id: id, file, state, read, good, duplicates, errors } = doc
  return { id, file, state, read, good, duplicates, errors }
}

/** Reads the sheet and reports row by row; nothing enters the bank yet. */
export const checkImport: Handler<typeof quizContract.checkImport, NodeDoc> = async (
  input,
  { subject: node, now, acting, caller },
) => {
  const before = await findImport(input._id)
  if (before) return toReport(before)
  const sheet = await parseFile(input.fileId)
  const known = await findKnown(sheet.questions.map(({ _id }) => _id))
  const good = sheet.questions.filter(({ _id }) => !known.has(_id)).length
  const birth = {
    _id: input._id,
    state: 'checked' as const,
    under: node.under,
    subject: `题库表格「${input.fileName}」`,
    at: now,
  }
  const doc: ImportDoc = {
    ...born(acting('officer'), birth),
    ...{ nodeId: node._id, owner: caller.openid, fileId: input.fileId, file: input.fileName },
    ...{ read: sheet.read, good, duplicates: known.size, errors: sheet.errors.slice(0, shownErrors) },
  }
  await createImport(doc)
  return toReport(doc)
}

const toQuestion = (parsed: Parsed, law: string, lawVersion: string, source: string): QuestionDoc => {
  const { _id, kind, stem, options, answer, explain, category, article } = parsed
  // Imported questions wait for a person: without article and phrase they are no contest questions yet.
  const state = article > 0 ? 'live' : 'flagged'
  return {
    _id,
    kind,
    stem,
    options,
    answer,
    explain,
    category,
    article,
    law,
    lawVersion,
    phrase: '',
    difficulty: 2,
    state,
    source,
  }
}

/** Puts the good rows of a checked sheet into the bank; the file is read again, so nothing of it rests in between. */
export const saveImport: Handler<typeof quizContract.saveImport, ImportDoc> = async (
  { law, lawVersion },
  { subject, now, acting },
) => {
  if (subject.state === 'saved') return toReport(subject)
  const { questions } = await parseFile(subject.fileId)
  const known = await findKnown(questions.map(({ _id }) => _id))
  const fresh = questions.filter(({ _id }) => !known.has(_id))
  if (fresh.length === 0) throw new AppError('ALREADY_EXISTS', { message: '这份表格里没有新的题目，无需导入。' })
  await saveQuestions(fresh.map((parsed) => toQuestion(parsed, law, lawVersion, subject._id)))
  const step = {
    at: now,
    set: { good: fresh.length, duplicates: known.size },
    data: { law, lawVersion, saved: fresh.length },
  }
  await move(imports, importMachine, subject, acting('officer'), 'save', subject.version, step)
  return toReport({ ...subject, state: 'saved', good: fresh.length, duplicates: known.size })
}
