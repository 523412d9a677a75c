import { AppError } from 'types/app-error'
import { enterpriseMachine, type registerEntries, type EnterpriseFacts } from 'types/org-register'
import { move, record, type Acting } from '../../kit/aggregate'
import { isDuplicate } from '../../kit/platform-error'
import type { Handler } from '../../kit/serve'
import type { EnterpriseDoc } from '../documents'
import { enterprises, findEnterprise, listByCodes } from '../enterprise-store'
import { toEnterpriseView } from '../views'
import { changesOf, factsOf, patchOf, type Change } from './changes'

type Entries = typeof registerEntries

const stepOf = ({ at, name, verb, data }: EnterpriseDoc['events'][number]) => ({
  ...{ at, by: name, verb },
  reason: typeof data.reason === 'string' ? data.reason : null,
  changes: (data.changes as Change[] | undefined) ?? [],
})

export const toDetail = (doc: EnterpriseDoc) => ({
  ...toEnterpriseView(doc),
  ...factsOf(doc),
  history: [...doc.events].reverse().map(stepOf),
})

export const enterprise: Handler<Entries['enterprise'], EnterpriseDoc> = (_input, { subject: doc }) =>
  Promise.resolve(toDetail(doc))

/** @throws AppError INVALID_INPUT where another enterprise that is not closed has this code */
export const checkCode = async (code: string, ownId: string): Promise<void> => {
  const found = code === '' ? [] : await listByCodes([code])
  const other = found.find(({ _id, state }) => _id !== ownId && state === 'active')
  if (other)
    throw new AppError('INVALID_INPUT', { fields: { code: `这个代码已登记为“${other.name}”（${other.nodeName}）` } })
}

const nameTaken = () =>
  new AppError('INVALID_INPUT', { fields: { name: '这个工会下已经登记过同名企业，请核对是不是同一家' } })

/**
 * Writes new facts of an enterprise with what changed as one event of its trail; nothing where nothing differs.
 * @throws AppError CONFLICT where somebody was faster, INVALID_INPUT where the name is taken under its union
 */
export const writeFacts = async (doc: EnterpriseDoc, facts: EnterpriseFacts, acting: Acting, at: Date) => {
  const changes = changesOf(factsOf(doc), facts)
  if (changes.length === 0) return
  try {
    await record(enterprises, doc, acting, 'change', { at, set: patchOf(facts), data: { changes } })
  } catch (thrown) {
    if (isDuplicate(thrown)) throw nameTaken()
    throw thrown
  }
}

const asNow = async (id: string) => {
  const doc = await findEnterprise(id)
  if (!doc) throw new AppError('NOT_FOUND')
  return toDetail(doc)
}

export const changeEnterprise: Handler<Entries['changeEnterprise'], EnterpriseDoc> = async (
  { id, version, ...facts },
  { subject: doc, acting, now },
) => {
  // A retry finds its own words already there.
  if (changesOf(factsOf(doc), facts).length === 0) return toDetail(doc)
  if (doc.version !== version) throw new AppError('CONFLICT')
  if (doc.state === 'closed') throw new AppError('NOT_ALLOWED_NOW', { message: '已关停的企业请先恢复在册，再修改。' })
  await checkCode(facts.code, id)
  await writeFacts(doc, facts, acting('officer'), now)
  return asNow(id)
}

type Closing = { id: string; version: number; reason: string }
type Surroundings = Parameters<Handler<Entries['closeEnterprise'], EnterpriseDoc>>[1]

const moveTo = async (
  act: 'close' | 'reopen',
  { id, version, reason }: Closing,
  { subject: doc, acting, now }: Surroundings,
) => {
  if (act === 'reopen' && doc.state === 'closed') await checkCode(doc.code ?? '', id)
  const same = doc.events.at(-1)?.data.reason === reason
  await move(enterprises, enterpriseMachine, doc, acting('officer'), act, version, { at: now, data: { reason }, same })
  return asNow(id)
}

const closeEnterprise: Handler<Entries['closeEnterprise'], EnterpriseDoc> = (input, context) =>
  moveTo('close', input, context)
const reopenEnterprise: Handler<Entries['reopenEnterprise'], EnterpriseDoc> = (input, context) =>
  moveTo('reopen', input, context)

export const registerHandlers = { enterprise, changeEnterprise, closeEnterprise, reopenEnterprise }
