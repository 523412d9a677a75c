import { lawId } from 'types/quiz-laws'
import type { quizContract } from 'types/quiz'
import { born, type Acting } from '../../kit/aggregate'
import type { Handler } from '../../kit/serve'
import type { NodeDoc } from '../node-store'
import { bankedFrom } from './banked-question'
import { compare, findAlike } from './compare'
import { besideEdition, renewAll, starterId } from './editions'
import { createImport, findImport, type ImportDoc } from './import-store'
import { createLaw, listLaws } from './law-store'
import { bornLaw } from './laws'
import { isBankEmpty, saveQuestions } from './question-store'
import { readStarter, type Shipped } from './read-starter'

type Contract = typeof quizContract
type Starter = Awaited<ReturnType<typeof readStarter>>

const name = '自带题目'

export const starterBank: Handler<Contract['starterBank'], NodeDoc> = async (_input, { subject: node }) => {
  const starter = await readStarter()
  const { questions, laws } = starter
  const [isEmpty, { known }, { stale }] = await Promise.all([
    isBankEmpty(node.under),
    compare(starter, node.under, ''),
    besideEdition(starter, node._id),
  ])
  const fresh = questions.filter(({ key }) => !known.has(key))
  const shown = laws.map(({ name, version, length }) => ({ name, version, questions: length }))
  return { isEmpty, total: questions.length, fresh: fresh.length, corrected: stale.length, laws: shown }
}

/** The text in force of each law the register has; the root, which keeps it, enters those it lacks first. */
const lawsInForce = async ({ laws }: Starter, node: NodeDoc, acting: Acting, at: Date) => {
  const known = await listLaws()
  const current = new Map(known.map((law) => [law._id, law.current]))
  const missing = node.parentId === null ? laws.filter(({ name }) => !current.has(lawId(name))) : []
  await Promise.all(
    missing.map(({ name, version, from }) => createLaw(bornLaw({ name, version, from }, node, acting, at))),
  )
  return current
}

const reportOf = ({ good, duplicates, alike, flagged, renewed = 0, kept = [] }: ImportDoc) => ({
  ...{ good, duplicates, alike: alike.length, flagged, renewed, kept },
})

/** A sheet somebody had checked under this id is not it. */
const findTaken = async (id: string, { sha256 }: Starter) => {
  const found = await findImport(id)
  return found?.sha256 === sha256 ? found : null
}

/** What enters the bank, what was left out, and the texts in force it is judged by. */
const choose = async (starter: Starter, importId: string, node: NodeDoc, acting: Acting, at: Date) => {
  const current = await lawsInForce(starter, node, acting, at)
  const [compared, beside] = await Promise.all([
    compare(starter, node.under, importId),
    besideEdition(starter, node._id),
  ])
  const { known, missing } = compared
  const fresh = compared.fresh.filter(({ key }) => !beside.done.has(key))
  const found = await findAlike(fresh, known, node.under, importId)
  const taken = fresh.filter(({ row }) => !found.alike.includes(row))
  const total = starter.questions.length
  const isOld = ({ law, lawVersion }: Shipped) => (current.get(lawId(law)) ?? lawVersion) !== lawVersion
  const counts = {
    ...{ read: total, good: taken.length, duplicates: total - fresh.length, flagged: taken.filter(isOld).length },
    ...{ rejected: 0, errors: [], ...found, renewed: beside.stale.length + beside.done.size },
    kept: beside.kept.map(({ _id: id, stem }) => ({ id, stem })),
  }
  return { current, taken, missing: missing(taken), stale: beside.stale, counts }
}

/**
 * Puts the shipped questions into a union's bank as the import of a sheet does: none twice, none the union has from
 * elsewhere, and those over an older text than the one in force wait. What an earlier edition put
 * there and nobody has seen to since reads as this one has it.
 */
export const takeStarterBank: Handler<Contract['takeStarterBank'], NodeDoc> = async (
  _input,
  { subject: node, now, acting, caller },
) => {
  const starter = await readStarter()
  const { _id: nodeId, under } = node
  const _id = starterId(nodeId, starter)
  const before = await findTaken(_id, starter)
  if (before) return reportOf(before)
  const officer = acting('officer')
  const { current, taken, missing, stale, counts } = await choose(starter, _id, node, officer, now)
  const source = { import: { _id, nodeId, under }, at: now }
  await saveQuestions(
    missing.map((one) => bankedFrom(one, { ...source, ...one, current: current.get(lawId(one.law)) })),
  )
  await renewAll(stale, { node, importId: _id, current, acting: officer, at: now })
  const push = [{ to: 'local', kind: 'pools', payload: { nodeId } }]
  const birth = {
    _id,
    state: 'saved' as const,
    under,
    subject: name,
    at: now,
    data: { saved: taken.length, renewed: counts.renewed },
    push,
  }
  const doc: ImportDoc = {
    ...born(officer, birth),
    ...{ nodeId, by: caller.personId, fileId: '', sha256: starter.sha256, file: name, ...counts },
  }
  return reportOf((await createImport(doc)) ? doc : ((await findTaken(_id, starter)) ?? doc))
}
