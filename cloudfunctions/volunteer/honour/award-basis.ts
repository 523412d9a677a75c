import { AppError } from 'types/app-error'
import type { Basis } from '../certificate/issue'
import type { HonourDoc } from './honour-doc'
import { listHonoursById } from './honour-store'

const basisOf = (doc: HonourDoc): Basis => {
  if (doc.state !== 'confirmed') throw new AppError('NOT_ALLOWED_NOW', { message: '确认以后才能颁发证书。' })
  const { kind, year, applicationId, team, under } = doc
  const facts = { year, times: null, hours: null }
  return { kind: kind === 'team' ? 'team' : 'excellent', year, applicationId, team, facts, under }
}

/** What certificates of confirmed honours below a node rest on, by the honour's id. */
export const confirmedHonours = async (ids: readonly string[], nodeId: string) => {
  const docs = (await listHonoursById(ids)).filter(({ under }) => under.includes(nodeId))
  return new Map(docs.map((doc) => [doc._id, () => basisOf(doc)]))
}
