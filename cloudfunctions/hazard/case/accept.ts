import { AppError } from 'types/app-error'
import { gradeLabels, hazardTerms } from 'types/hazard'
import type { hazardContract } from 'types/hazard-contract'
import type { Handler } from '../../kit/serve'
import type { StoredGrant } from '../../kit/identity'
import type { HazardDoc } from '../hazard'
import { toReporter } from '../messages'
import { routeToEnterprise } from '../report/route'
import { withNextSerial } from './serial'
import { advance } from './step'

type Accept = typeof hazardContract.accept
type Placed = Pick<HazardDoc, 'enterprise' | 'node' | 'under' | 'hiddenFrom'>

// Past whom it concerns, wherever it came in: it does not come back to him by being placed.
const wayOf = ({ identity, above, hiddenFrom }: HazardDoc) => ({ identity, above, past: hiddenFrom })

// A report from the street may turn out to concern an enterprise: it moves to that enterprise's union, within what the
// officer may see himself.
const placeAt = async (doc: HazardDoc, enterpriseId: string, grants: readonly StoredGrant[]): Promise<Placed> => {
  if (doc.enterprise?.id === enterpriseId) return doc
  const route = doc.enterprise ? null : await routeToEnterprise(enterpriseId, wayOf(doc))
  if (route && grants.some((grant) => route.under.includes(grant.nodeId)))
    // Whoever it was hidden from where it came in stays outside, wherever it goes.
    return { ...route, hiddenFrom: [...new Set([...doc.hiddenFrom, ...route.hiddenFrom])] }
  const problem = doc.enterprise ? '上报时已写明企业，不能更改' : '没有找到这家企业，请重新选择'
  throw new AppError('INVALID_INPUT', { fields: { enterpriseId: problem } })
}

/** Takes a report on: grade, kind, the enterprise where none was named, and the serial number of the ledger. */
export const accept: Handler<Accept, HazardDoc> = async (input, { subject: doc, caller, grant, now, acting }) => {
  const { grade, kind = doc.kind, enterpriseId, version, level, source } = input
  const record = input.record ?? (kind === 'health' ? 'health' : 'danger')
  const placed = doc.state === 'reported' && enterpriseId ? await placeAt(doc, enterpriseId, caller.grants) : doc
  const { enterprise, node, under, hiddenFrom } = placed
  return withNextSerial(doc, now, ({ serial, serialKey }) =>
    advance(doc, acting('officer'), 'accept', version, {
      at: now,
      same:
        doc.grade === grade &&
        doc.kind === kind &&
        doc.source === source &&
        doc.level === level &&
        (!enterpriseId || doc.enterprise?.id === enterpriseId),
      data: { node: grant?.nodeName, grade, serial },
      set: {
        ...{ serial, serialKey, subject: `隐患 ${serial}`, grade, kind, record, level, source },
        ...{ enterprise, node, under, hiddenFrom },
        terms: hazardTerms({ ...doc, serial, unit: enterprise?.name ?? null }),
      },
      push: toReporter(doc, '已受理', `定为${gradeLabels[grade]}隐患，编号 ${serial}`, now),
    }),
  )
}
