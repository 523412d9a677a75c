import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { OutboxItem } from '../../kit/aggregate'
import type { LawDoc } from './bank-documents'

export const laws = collection<LawDoc>('quiz_laws')

export const findLaw = (id: string) => laws.find(id)
export const createLaw = (law: LawDoc) => laws.insert(law)
/** All of them: a register of dozens. */
export const listLaws = () => laws.list({ name: command.gt('') }, { sort: [['name', 'asc']], limit: 200 })
export const listDueLaws = (now: Date) => laws.list({ state: 'amended', enforceAt: command.lte(now) }, { limit: 50 })
/** More of the same work than one round may carry out. */
export const leaveForLater = (id: string, item: OutboxItem, now: Date) =>
  laws.update({ _id: id }, { outbox: command.push([item]), outboxAt: now })
