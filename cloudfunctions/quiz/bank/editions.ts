import { deriveId } from 'types/ids'
import { lawId } from 'types/quiz-laws'
import { questionMachine } from 'types/quiz-questions'
import { move, record, type Acting } from '../../kit/aggregate'
import { isSame } from '../../kit/same'
import type { NodeDoc } from '../node-store'
import type { BankedDoc } from './bank-documents'
import { bankedFrom } from './banked-question'
import { listImports } from './import-store'
import { findOwned, questions as store } from './question-store'
import { inPools } from './questions'
import type { readStarter, Shipped } from './read-starter'
import { rewritten, wordingOf } from './wording'

type Starter = Awaited<ReturnType<typeof readStarter>>

/** A union takes an edition of the shipped questions in once. */
export const starterId = (nodeId: string, { sha256 }: Pick<Starter, 'sha256'>) => deriveId('starter', nodeId, sha256)

/** What a question says, of whichever edition. */
const contents = [
  ...(['kind', 'stem', 'options', 'answer', 'explain', 'category', 'difficulty'] as const),
  ...(['law', 'lawVersion', 'article', 'phrase'] as const),
]
type Content = Pick<BankedDoc, (typeof contents)[number]>

const editionOf = ({ events }: BankedDoc) => events.at(-1)?.data.edition
/** What the clock did, and an edition before this one, is nobody's own decision. */
const isTouched = ({ events }: BankedDoc) => events.some(({ by, data }) => by !== 'clock' && data.edition === undefined)

type Old = { question: BankedDoc; row: Shipped }
/** `stale`: to be replaced; `kept`: an officer has seen to them since; `done`: keys a call that broke off has replaced. */
export type Beside = { stale: Old[]; kept: BankedDoc[]; done: Set<string> }

/** What earlier editions have left in a union's own bank that reads otherwise in this one. */
export const besideEdition = async (starter: Starter, nodeId: string): Promise<Beside> => {
  const importId = starterId(nodeId, starter)
  const rows = new Map(starter.questions.map((row) => [row.key, row]))
  const owned = await findOwned([...rows.keys()], nodeId)
  const sources = [...new Set(owned.map(({ source }) => source))].filter((source) => source !== importId)
  // A sheet has a file; of the shipped questions there is none.
  const found = sources.length > 0 ? await listImports(sources) : []
  const shipped = new Set(found.flatMap(({ _id, fileId }) => (fileId === '' ? _id : [])))
  const differing = owned.flatMap((question): Old[] => {
    const row = rows.get(question.key)
    return row && shipped.has(question.source) && !isSame<Content>(question, row, contents) ? [{ question, row }] : []
  })
  return {
    stale: differing.filter(({ question }) => !isTouched(question)),
    kept: differing.map(({ question }) => question).filter(isTouched),
    done: new Set(owned.flatMap((question) => (editionOf(question) === importId ? question.key : []))),
  }
}

type Under = { node: NodeDoc; importId: string; current: ReadonlyMap<string, string>; acting: Acting; at: Date }

const renew = ({ question, row }: Old, { node, importId, current, acting, at }: Under) => {
  const from = { import: { _id: importId, nodeId: node._id, under: node.under }, at }
  const next = bankedFrom(row, { ...from, ...row, current: current.get(lawId(row.law)) })
  const changed = contents.filter((field) => !isSame<Content>(question, row, [field]))
  const { kind, options, category, difficulty, stem, terms, law, source, flag } = next
  const set = {
    ...{ kind, options, category, difficulty, stem, terms, law, source, flag },
    ...rewritten(question, { before: wordingOf(question), after: wordingOf(row), changed: changed as never }, at),
  }
  const step = { at, set, data: { changed, edition: importId }, push: [inPools(question)] }
  if (next.state === 'flagged' && question.state === 'flagged') return record(store, question, acting, 'renew', step)
  const act = next.state === 'flagged' ? 'flag' : question.state === 'live' ? 'correct' : 'enable'
  return move(store, questionMachine, question, acting, act, question.version, step)
}

const atOnce = 20

/**
 * Puts this edition's words where an earlier one's stand. May come again after a crash: what is replaced is not found
 * again.
 * @throws AppError CONFLICT where somebody sees to one of them this very moment
 */
export const renewAll = async (stale: readonly Old[], under: Under) => {
  for (let start = 0; start < stale.length; start += atOnce)
    await Promise.all(stale.slice(start, start + atOnce).map((old) => renew(old, under)))
}
