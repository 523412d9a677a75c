import { deriveId } from 'types/ids'
import type { EnterpriseFacts } from 'types/org-register'
import { similarTexts } from 'types/similar-texts'
import { AppError } from 'types/app-error'
import { born, type Acting } from '../../kit/aggregate'
import type { EnterpriseDoc, NodeDoc } from '../documents'
import { createEnterprises, listByCodes, listEnterpriseNames, listNamedEnterprises } from '../enterprise-store'
import { listNamedNodes } from '../node-store'
import { changesOf, factsOf, patchOf } from './changes'
import { writeFacts } from './enterprise'
import type { EnterpriseRow, ReadEnterprises, RowError } from './enterprise-rows'
import { chunksOf, type Alike, type Plan, type Work } from './plan'

/** Names this alike, without what every company's name ends in, are taken for one enterprise unless an officer says otherwise. */
const sameName = 0.8
const askedAtOnce = 100
const savedAtOnce = 50

type EnterpriseWork = Work & { id: string; facts: EnterpriseFacts; node: NodeDoc | null; doc: EnterpriseDoc | null }

/** The part of a company's name that tells it from others. */
export const coreName = (name: string): string =>
  name
    .replace(/（[^）]*）/g, '')
    .replace(/(有限责任公司|股份有限公司|有限公司|集团公司|集团|公司|分公司|总厂|分厂|厂)$/u, '')

type Known = {
  nodes: Map<string, NodeDoc[]>
  byName: Map<string, EnterpriseDoc[]>
  byCode: Map<string, EnterpriseDoc[]>
}

const groupBy = <T>(list: readonly T[], keyOf: (one: T) => string) => {
  const groups = new Map<string, T[]>()
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}

const askAll = async <T>(asked: readonly string[], ask: (some: string[]) => Promise<T[]>): Promise<T[]> => {
  const found: T[] = []
  for (const some of chunksOf([...new Set(asked)], askedAtOnce)) found.push(...(await ask(some)))
  return found
}

const readKnown = async (rows: readonly EnterpriseRow[], home: NodeDoc): Promise<Known> => {
  const nodes = await askAll(
    rows.flatMap(({ node }) => (node ? [node] : [])),
    (names) => listNamedNodes(home._id, names),
  )
  const named = await askAll(
    rows.map(({ name }) => name),
    (names) => listNamedEnterprises(home._id, names),
  )
  const coded = await askAll(
    rows.flatMap(({ facts }) => (facts.code ? [facts.code] : [])),
    listByCodes,
  )
  return {
    nodes: groupBy(nodes, ({ name }) => name),
    byName: groupBy(named, ({ name }) => name),
    byCode: groupBy(
      coded.filter(({ state }) => state === 'active'),
      ({ code }) => code ?? '',
    ),
  }
}

type Found = { node: NodeDoc | null; doc: EnterpriseDoc | null }
type Fault = { column: string; message: string }

const homeOf = ({ node: name }: EnterpriseRow, home: NodeDoc, { nodes }: Known): NodeDoc | Fault => {
  if (name === '') return home
  const found = nodes.get(name) ?? []
  const [node] = found
  const fault = (message: string) => ({ column: '所属工会', message })
  if (!node) return fault(`范围内没有“${name}”，请先建好这个工会或核对名称`)
  if (found.length > 1) return fault(`范围内有 ${found.length} 个“${name}”，请到那一级工会分开导入`)
  if (node.type === 'workshop' || node.type === 'team')
    return fault(`“${name}”是车间或班组，企业请写企业工会或上级工会`)
  return node
}

const match = (row: EnterpriseRow, home: NodeDoc, known: Known): Found | Fault => {
  const node = homeOf(row, home, known)
  if ('message' in node) return node
  const [coded] = row.facts.code ? (known.byCode.get(row.facts.code) ?? []) : []
  if (coded && !coded.under.includes(home._id))
    return { column: '统一社会信用代码', message: `这个代码已登记为“${coded.name}”（${coded.nodeName}）` }
  const named = (known.byName.get(row.name) ?? []).filter(({ nodeId }) => row.node === '' || nodeId === node._id)
  if (!coded && named.length > 1)
    return { column: '所属工会', message: `范围内有 ${named.length} 家“${row.name}”，请写明所属工会` }
  const doc = coded ?? named[0] ?? null
  if (doc?.state === 'closed') return { column: '企业名称', message: '这家企业已标记关停，请先恢复在册' }
  if (doc && row.node !== '' && doc.nodeId !== node._id)
    return { column: '所属工会', message: `已登记在“${doc.nodeName}”名下，与表格不一致` }
  if (
    coded &&
    (known.byName.get(row.name) ?? []).some(({ _id, nodeId }) => _id !== coded._id && nodeId === coded.nodeId)
  )
    return { column: '企业名称', message: `这个名称已是同一工会下另一家企业的` }
  return { node, doc }
}

const fresh: EnterpriseFacts = {
  ...{ name: '', industry: '未分类', hasUnion: false, workers: 0, teams: 0, code: '', address: '' },
  ...{ contactPost: '', contactPhone: '', dispatched: 0, newForms: 0 },
  flags: { highRisk: false, nonPublic: false, small: false },
}

const merged = (base: EnterpriseFacts, { name, facts: { flags, ...facts } }: EnterpriseRow): EnterpriseFacts => ({
  ...{ ...base, ...facts, name },
  flags: { ...base.flags, ...flags },
})

const born1 = ({ id: _id, facts, node }: EnterpriseWork, acting: Acting, at: Date): EnterpriseDoc => {
  const home = node as NodeDoc
  const { subject, ...rest } = patchOf(facts)
  const birth = { _id, state: 'active' as const, under: home.under, subject, at, data: { imported: true } }
  return { ...born(acting, birth), nodeId: home._id, nodeName: home.name, ...rest }
}

const carryOut = async (some: readonly EnterpriseWork[], acting: Acting, now: Date): Promise<number> => {
  let done = 0
  for (const chunk of chunksOf(
    some.filter(({ doc }) => doc === null),
    savedAtOnce,
  ))
    done += await createEnterprises(chunk.map((work) => born1(work, acting, now)))
  for (const { doc, facts } of some) {
    if (!doc) continue
    try {
      await writeFacts(doc, facts, acting, now)
      done += 1
    } catch (thrown) {
      // Somebody was faster: the next pass compares with what he wrote.
      if (!(thrown instanceof AppError)) throw thrown
    }
  }
  return done
}

const findAlike = async (rows: readonly EnterpriseRow[], home: NodeDoc): Promise<Alike[]> => {
  if (rows.length === 0) return []
  const names = await listEnterpriseNames(home._id)
  const index = similarTexts(names, coreName, sameName)
  return rows.flatMap(({ row, name }) => {
    const found = index.nearest(coreName(name))
    return found ? [{ row, name, similarity: found.similarity, other: found.entry }] : []
  })
}

/** What taking in this sheet below a union would do. Enterprises are known again by their code, else by their name. */
export const planEnterprises = async (
  { read, rows, errors: unread }: ReadEnterprises,
  home: NodeDoc,
  sheetId: string,
): Promise<Plan<EnterpriseWork>> => {
  const known = await readKnown(rows, home)
  const errors: RowError[] = [...unread]
  const work: EnterpriseWork[] = []
  const strangers: EnterpriseRow[] = []
  let same = 0
  for (const row of rows) {
    const found = match(row, home, known)
    const id = deriveId('imported', sheetId, String(row.row))
    if ('message' in found) errors.push({ row: row.row, ...found })
    else if (found.doc) {
      const facts = merged(factsOf(found.doc), row)
      if (changesOf(factsOf(found.doc), facts).length === 0) same += 1
      else work.push({ row: row.row, kind: 'changed', name: row.name, id, facts, ...found })
    } else if (row.facts.workers === undefined)
      errors.push({ row: row.row, column: '职工人数', message: '新登记的企业要填职工人数' })
    else {
      strangers.push(row)
      work.push({ row: row.row, kind: 'fresh', name: row.name, id, facts: merged(fresh, row), ...found })
    }
  }
  const alike = await findAlike(strangers, home)
  return { read, work, same, alike, errors: errors.sort((a, b) => a.row - b.row), carryOut }
}
