import { isDeepStrictEqual } from 'node:util'
import { AppError } from 'types/app-error'
import type { InputOf } from 'types/contract'
import type { EnterpriseCore } from 'types/documents'
import { boardId, boardMachine, type BoardRow, type boardEntries } from 'types/hazard-board'
import { born, isReplay, move } from '../../kit/aggregate'
import type { Handler } from '../../kit/serve'
import { boards, createBoard, findBoard, findEnterprise, listHanded, listPublished, type BoardDoc } from './board-store'
import { printBoard } from './print-board'
import { rowsOf, type Handed } from './rows'

type Entries = typeof boardEntries

export const enterpriseSubject = {
  load: (input: { enterpriseId: string }) => findEnterprise(input.enterpriseId),
  under: (doc: EnterpriseCore) => doc.under,
}

const keptEditions = 12

/** For whoever works there: one trip, nothing of a person in it. */
const board: Handler<Entries['board']> = async ({ enterpriseId, month }) => {
  const published = await listPublished(enterpriseId)
  const shown = month ? published.find((one) => one.month === month) : published[0]
  return {
    enterprise: published[0]?.enterprise.name ?? null,
    months: published.map((one) => one.month),
    board: shown ?? null,
  }
}

// What an officer wrote for a hazard stands in the next edition as well.
const wordsBefore = (before: BoardDoc | null, number: string) =>
  before?.rows.find((row) => row.number === number)?.words

const boardDraft: Handler<Entries['boardDraft'], EnterpriseCore> = async (
  { enterpriseId, month },
  { subject: enterprise },
) => {
  const [handed, before] = await Promise.all([listHanded(enterpriseId, month), findBoard(boardId(enterpriseId, month))])
  return {
    enterprise: enterprise.name,
    state: before?.state ?? null,
    edition: before?.edition ?? 0,
    version: before?.version ?? null,
    rows: rowsOf(handed, month).map(({ doc, row }) => ({
      ...{ ...row, id: doc._id },
      words: wordsBefore(before, row.number) ?? row.words,
    })),
  }
}

const shortest = 8
const normal = (words: string) => words.replace(/[\s\p{P}]/gu, '')

/** Whether a text repeats a reporter's own words, whole or by a long piece. */
const repeats = (typed: string, words: string) => {
  const [mine, his] = [normal(typed), normal(words)]
  if (his.length < shortest) return his.length > 3 && mine.includes(his)
  return Array.from({ length: his.length - shortest + 1 }, (_, at) => his.slice(at, at + shortest)).some((piece) =>
    mine.includes(piece),
  )
}

/** @throws AppError INVALID_INPUT where what is to be published repeats a reporter */
const worded = (rows: readonly { doc: Handed; row: BoardRow }[], typed: InputOf<Entries['publishBoard']>['words']) => {
  const given = new Map(typed.map(({ id, words }) => [id, words]))
  return rows.map(({ doc, row }) => {
    const words = given.get(doc._id) ?? row.words
    if (repeats(words, doc.words))
      throw new AppError('INVALID_INPUT', { message: `${row.number} 请用自己的话写，不要照抄上报人的原话。` })
    return { ...row, words }
  })
}

const doneOf = ({ _id: id, state, version }: BoardDoc) => ({ id, state, version })

/** Freezes the month's board as it stands now; the edition before is kept, and shown to nobody any more. */
const publishBoard: Handler<Entries['publishBoard'], EnterpriseCore> = async (
  { enterpriseId, month, version, words },
  { subject: enterprise, grant, now, acting },
) => {
  const officer = acting('officer')
  const _id = boardId(enterpriseId, month)
  const [handed, before] = await Promise.all([listHanded(enterpriseId, month), findBoard(_id)])
  const rows = worded(rowsOf(handed, month), words)
  const issuer = grant?.nodeName ?? ''
  const { under } = enterprise
  if (!before) {
    const birth = { _id, state: 'published' as const, under, subject: `${enterprise.name} ${month} 公示`, at: now }
    const first: BoardDoc = {
      ...born(officer, { ...birth, data: { month, edition: 1, rows: rows.length } }),
      ...{ enterprise: { id: enterpriseId, name: enterprise.name }, month, issuer, edition: 1, publishedAt: now },
      ...{ rows, former: [] },
    }
    if (await createBoard(first)) return doneOf(first)
    throw new AppError('CONFLICT')
  }
  if (version === null) {
    const isRetry = before.version === 0 && before.events[0]?.by === officer.by && isDeepStrictEqual(before.rows, rows)
    if (isRetry) return doneOf(before)
    throw new AppError('CONFLICT')
  }
  const replaced = { edition: before.edition, publishedAt: before.publishedAt, rows: before.rows }
  const edition = before.edition + 1
  const set = { edition, publishedAt: now, rows, issuer, former: [...before.former, replaced].slice(-keptEditions) }
  return move(boards, boardMachine, before, officer, 'publish', version, {
    ...{ at: now, same: isDeepStrictEqual(before.rows, rows), data: { month, edition, rows: rows.length } },
    set: isReplay(before, officer, 'publish', version) ? {} : set,
  })
}

const withdrawBoard: Handler<Entries['withdrawBoard'], EnterpriseCore> = async (
  { enterpriseId, month, version },
  { now, acting },
) => {
  const doc = await findBoard(boardId(enterpriseId, month))
  if (!doc) throw new AppError('NOT_ALLOWED_NOW', { message: '这个月还没有公示过，不用撤下。' })
  return move(boards, boardMachine, doc, acting('officer'), 'withdraw', version, { at: now, data: { month } })
}

export const boardHandlers = { board, boardDraft, publishBoard, printBoard, withdrawBoard }
