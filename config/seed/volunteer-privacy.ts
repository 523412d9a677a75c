import { deriveId } from 'types/ids'
import type { Correction } from 'types/volunteer-privacy'
import type { City } from './city'
import type { Person } from './people'
import { seal } from './seal'
import type { Happening } from './trail'

type After = { happenings: Happening[]; fields: Record<string, unknown> }
type Office = { id: string; state: string; officer: Person; office: string }

const nothing: After = { happenings: [], fields: {} }
const applicationOf = (index: number) => deriveId('seed-application', String(index))

/** His full number was looked up once; he finds it under 谁看过我的号码. */
const looked = (city: City, { id, state, officer, office }: Office): After => {
  const [at, reason] = [city.at(-12, 10), '办理实名登记时核对身份证号']
  city.add('volunteer_looks', {
    ...{ _id: deriveId('seed-look', id), applicationId: id, way: 'number' },
    ...{ office, reason, at },
  })
  const who = { by: officer.personId, name: officer.name, verb: '查看完整身份证号' }
  return { happenings: [{ ...who, act: 'read-id-card', to: state, at, data: { reason } }], fields: {} }
}

/** He asked for a correction, which waits for his union. */
const asked = (city: City, { id, state }: Office): After => {
  const change: Correction = { post: '设备部 安全员', phone: '19900001234' }
  const at = city.at(-1, 11)
  const fields = Object.keys(change)
  const who = { by: 'applicant', name: '申请人', verb: '申请更正个人信息' }
  const correction = {
    sealed: seal(JSON.stringify(change), `applications/${id}/correction`),
    ...{ fields, reason: '上个月换了岗位，手机号也换了', at },
  }
  return {
    happenings: [{ ...who, act: 'ask-correction', to: state, at, data: { fields } }],
    fields: { correction, correctionAt: at },
  }
}

/** What became of somebody's data after he came on the roster. */
export const privacyOf = (city: City, of: Office): After => {
  if (of.id === applicationOf(18)) return looked(city, of)
  return of.id === applicationOf(30) ? asked(city, of) : nothing
}
