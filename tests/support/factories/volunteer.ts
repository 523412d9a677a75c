import { chainStart } from 'types/chain'
import { consentHash, currentConsent } from 'types/consents'
import { idCardCheckCharacter } from 'types/id-card'
import { deriveId } from 'types/ids'
import { searchTerms } from 'types/text-similarity'
import type { ApplicationForm } from 'types/volunteer-form'

type Line = { c: string; d: Record<string, unknown> }

const nodeId = (name: string) => deriveId('node', name)
const lineage = (...names: string[]) => names.map(nodeId)

/** A small city: two districts, a street, an enterprise union; a city regulator and one of the east district. */
export const place = {
  root: lineage('root'),
  east: lineage('root', 'east'),
  eastStreet: lineage('root', 'east', 'east-street'),
  west: lineage('root', 'west'),
  plant: lineage('root', 'west', 'plant'),
  cityRegulator: lineage('city-regulator'),
  eastRegulator: lineage('city-regulator', 'east-regulator'),
} as const
export type Place = keyof typeof place

const names: Record<Place, string> = {
  root: '安州市总工会',
  east: '东澜区总工会',
  eastStreet: '东澜区柳岸街道总工会',
  west: '西澜区总工会',
  plant: '泽能机械厂工会',
  cityRegulator: '安州市应急管理局',
  eastRegulator: '东澜区应急管理局',
}
const serves: Partial<Record<Place, Place>> = { cityRegulator: 'root', eastRegulator: 'east' }

export const idOf = (where: Place): string => place[where].at(-1) ?? ''

const nodeLine = (where: Place): Line => {
  const under = place[where]
  const served = serves[where]
  return {
    c: 'nodes',
    d: {
      ...{ _id: idOf(where), parentId: under.at(-2) ?? null, type: where === 'plant' ? 'enterprise' : 'geographic' },
      ...{ authority: where.endsWith('egulator') ? 'regulator' : 'union', name: names[where] },
      ...{
        terms: searchTerms(names[where]),
        path: under.map((id) => `/${id}`).join(''),
        under,
        depth: under.length - 1,
      },
      // A street's applications begin with the street: the district issues the union's opinion.
      qualifies: where === 'east' || where === 'west',
      ...{ state: 'active', seq: 0, head: chainStart, events: [], subject: names[where] },
      ...{ managers: 2, serves: served ? idOf(served) : null, version: 0, outbox: [], outboxAt: null },
    },
  }
}

export const nodeLines = (): Line[] => (Object.keys(place) as Place[]).map(nodeLine)

type Office = { role: 'officer' | 'regulator'; at: Place }

/** A person of the database; without offices a plain worker. */
export const personLine = (openid: string, name: string, ...offices: Office[]): Line => ({
  c: 'people',
  d: {
    ...{ _id: openid, personId: deriveId('person', openid), version: 0, name, phone: null, unit: null },
    grants: offices.map(({ role, at }) => ({
      ...{ id: deriveId('grant', openid, role, at), role, nodeId: idOf(at), nodeName: names[at], under: place[at] },
      ...{ authority: role === 'officer' ? 'union' : 'regulator', enterpriseId: null, by: 'seed' },
      since: { $date: '2026-01-01T00:00:00.000Z' },
    })),
    ...{ under: [], kinds: [], reach: [], outbox: [], outboxAt: null },
    ...{ phoneSealed: null, phoneProof: null, booths: [], visits: [], formerGrants: [] },
    ...{ unitUnder: [], boothUnder: [], volunteerUnder: [] },
    ...{ createdAt: { $date: '2026-01-01T00:00:00.000Z' }, updatedAt: { $date: '2026-01-01T00:00:00.000Z' } },
  },
})

/** Everybody a walk needs: officers and regulators by place, and people without an office. */
export const cast = (): Line[] => [
  personLine('root-officer', '沈知夏', { role: 'officer', at: 'root' }),
  personLine('east-officer', '方若谷', { role: 'officer', at: 'east' }),
  personLine('base-officer', '苏青梅', { role: 'officer', at: 'eastStreet' }),
  personLine('west-officer', '何望舒', { role: 'officer', at: 'west' }),
  personLine('city-regulator', '顾长风', { role: 'regulator', at: 'cityRegulator' }),
  personLine('east-regulator', '任远山', { role: 'regulator', at: 'eastRegulator' }),
  personLine('both-hats', '江一帆', { role: 'officer', at: 'east' }, { role: 'regulator', at: 'eastRegulator' }),
  personLine('worker', '白云生'),
]

/** A number with a valid check character under an area code nobody has: `990` and three digits. */
export const idCard = (birth = '19850309', order = '001', area = '990001'): string => {
  const digits = `${area}${birth}${order}`
  return digits + idCardCheckCharacter(digits)
}

export const consent = () => {
  const text = currentConsent('volunteer')
  return {
    version: text.version,
    textHash: consentHash(text),
    agreed: true as const,
    sensitive: ['id-card' as const, 'health' as const],
  }
}

export const form = (change: Partial<ApplicationForm> = {}): ApplicationForm => ({
  ...{ name: '白云生', idCard: idCard(), ethnicity: '汉族', nativePlace: '安州市', political: 'masses' },
  ...{ education: 'college', health: 'good', phone: '13900000001', unit: '泽能机械厂', post: '机修车间 钳工' },
  ...{ specialties: ['mechanical'], experience: '持有机修钳工证，十二年一线经历。', nodeId: idOf('east') },
  ...{ lawAbiding: true, versed: true, fit: true },
  ...{ unionMember: true, generalVolunteer: true, frontLine: false, pledge: true, signature: change.name ?? '白云生' },
  ...change,
})

export const applicationId = (name: string) => deriveId('application', name)
