import { daysBetween } from 'types/calendar'
import { consentHash, currentConsent } from 'types/consents'
import { idCardCheckCharacter, maskIdCard } from 'types/id-card'
import { deriveId, receiptCode } from 'types/ids'
import { maskPhoneNumber } from 'types/phone-number'
import type { ApplicationState } from 'types/volunteer'
import type { City } from './city'
import { openDice, type Dice } from './dice'
import type { Person, Staff } from './people'
import { papersOf } from './portraits'
import { openRosters, putShortlist } from './rosters'
import { fingerprint, seal } from './seal'
import { putTeams, teamOf } from './teams'
import { trail, type Happening } from './trail'
import type { Node } from './tree'
import { privacyOf } from './volunteer-privacy'
import { atWork } from './working-hours'

/** Somebody on the roster: his application and the lineage of its union. */
export type Volunteer = { id: string; openid: string; under: string[]; lineage: string[]; veteran: boolean }
type Cast = {
  rosters: ReturnType<typeof openRosters>
  city: City
  nodes: readonly Node[]
  workers: readonly Person[]
  staff: Staff
}
type Plot = {
  id: string
  state: ApplicationState
  worker: Person
  node: Node
  qualifier: Node
  regulator: Node
  at: Date
  dice: Dice
}

/** How many stand where. */
const shares: readonly [ApplicationState, number][] = [
  ['submitted', 10],
  ['union-approved', 8],
  ['enrolled', 14],
  ['returned', 3],
  ['rejected', 3],
  ['withdrawn', 2],
  ['first-review', 6],
]
const states = shares.flatMap(([state, share]) => Array.from({ length: share }, () => state))

// Of a street the base union speaks first.
const steps: Partial<Record<ApplicationState, readonly string[]>> = {
  'first-review': ['create'],
  submitted: ['create'],
  'union-approved': ['create', 'union-approve'],
  enrolled: ['create', 'union-approve', 'regulator-approve'],
  returned: ['create', 'union-return'],
  rejected: ['create', 'union-reject'],
  withdrawn: ['create', 'withdraw'],
}
const ends: Record<string, [ApplicationState, string]> = {
  create: ['submitted', '申请成为志愿者'],
  'base-approve': ['submitted', '工会审核志愿者'],
  'union-approve': ['union-approved', '工会审核志愿者'],
  'regulator-approve': ['enrolled', '监管审核志愿者'],
  'union-return': ['returned', '工会审核志愿者'],
  'union-reject': ['rejected', '工会审核志愿者'],
  withdraw: ['withdrawn', '撤回申请'],
}
const words = {
  approve: '同意推荐，符合志愿者招募条件。',
  return: '请补充安全生产相关证书情况后再交。',
  reject: '暂不是本区登记的工会会员，欢迎入会后再申请。',
  profession: '专业审核通过，同意入册。',
} as const

// No division of the country has an area that begins with 90.
const idCardOf = (dice: Dice) => {
  const day = `${dice.between(1968, 2002)}${String(dice.between(1, 12)).padStart(2, '0')}${String(dice.between(1, 28)).padStart(2, '0')}`
  const body = `900${String(dice.between(100, 999))}${day}${String(dice.between(10, 989)).padStart(3, '0')}`
  return body + idCardCheckCharacter(body)
}

const personalOf = ({ id, worker, dice }: Plot) => {
  const number = idCardOf(dice)
  const phone = `199${String(20_000_000 + dice.below(9_999_999)).padStart(8, '0')}`
  const place = (field: string) => `applications/${id}/${field}`
  return {
    number,
    personal: {
      ...{ name: worker.name, ethnicity: dice.pick(['汉族', '汉族', '汉族', '回族', '满族']), nativePlace: '青泽市' },
      ...{
        political: dice.pick(['masses', 'member', 'league']),
        education: dice.pick(['senior', 'college', 'bachelor']),
      },
      ...{
        unit: worker.enterprise?.name ?? '灵活就业',
        post: dice.pick(['设备部 维修工', '安全部 专员', '生产部 班组长', '仓储部 叉车工']),
      },
      ...{ signature: worker.name, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female' },
      birthDate: `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`,
      idCard: { sealed: seal(number, place('idCard')), mask: maskIdCard(number) },
      phone: { sealed: seal(phone, place('phone')), mask: maskPhoneNumber(phone) },
      health: seal(dice.chance(85) ? 'good' : 'fair', place('health')),
      ...{
        wechat: null,
        otherSpecialty: null,
        experience: dice.pick(['持有低压电工作业证', '从事安全管理八年', null]),
        unitId: worker.enterprise?._id ?? null,
      },
    },
  }
}

/** Hours from the step before. */
const reviewHours = [4, 30] as const

const stepsOf = ({ state, node, qualifier }: Plot) => {
  const [first = '', ...rest] = steps[state] ?? []
  const isProposed = node !== qualifier && state !== 'first-review' && state !== 'withdrawn'
  return isProposed ? [first, 'base-approve', ...rest] : [first, ...rest]
}

type Reviewers = { base: Person; officer: Person; inspector: Person }

const happeningsOf = (plot: Plot, { base, officer, inspector }: Reviewers): Happening[] => {
  const { id, at } = plot
  const pace = openDice(`reviews/${id}`)
  let when = at
  return stepsOf(plot).map((act) => {
    const [to, verb] = ends[act] as [ApplicationState, string]
    const whose: Record<string, Person> = { base, union: officer, regulator: inspector }
    const who = whose[act.split('-')[0] ?? ''] ?? null
    if (act !== 'create') when = atWork(when, reviewHours, pace)
    const decision = /approve|return|reject/.exec(act)?.[0]
    return {
      act,
      to,
      at: when,
      by: who?.personId ?? 'applicant',
      name: who?.name ?? '申请人',
      verb,
      data: decision ? { decision } : {},
    }
  })
}

const opinionOf = (person: Person, node: Node, happened: Happening | undefined, text: string, approved: boolean) =>
  happened ? { by: person.personId, name: person.name, unit: node.name, words: text, at: happened.at, approved } : null

const deskOf = ({ state, node, qualifier, regulator }: Plot): Node | null =>
  ({ 'first-review': node, submitted: qualifier, 'union-approved': regulator })[state as 'submitted'] ?? null

const fields = { 'first-review': 'base', submitted: 'union', 'union-approved': 'regulator', enrolled: 'enrolled' }

const countOne = (city: City, plot: Plot) => {
  const { state, node, regulator, worker } = plot
  const field = fields[state as 'submitted']
  const desk = deskOf(plot)
  if (desk) city.count('volunteer', `node.${desk._id}`, 'desk')
  const nodes = state === 'submitted' || state === 'first-review' ? node.under : [...node.under, ...regulator.under]
  for (const id of field ? nodes : []) city.count('volunteer', `node.${id}`, field)
  const booth = worker.booths[0]
  if (booth) city.count('volunteer', `booth.${booth.id}`, 'applications')
}

const putOne = (cast: Cast, plot: Plot) => {
  const { city, staff } = cast
  const { id, state, worker, node, qualifier, regulator, at, dice } = plot
  const base = (staff.officers.get(node._id) ?? [])[0] as Person
  const officer = (staff.officers.get(qualifier._id) ?? [])[0] as Person
  const inspector = (staff.regulators.get(regulator._id) ?? [])[0] as Person
  const happenings = happeningsOf(plot, { base, officer, inspector })
  const after = privacyOf(city, { id, state, officer, office: qualifier.name })
  const proposed = happenings.find(({ act }) => act.startsWith('base-'))
  const desk = deskOf(plot)
  const last = happenings.at(-1)?.at ?? at
  const reviewed = happenings.find(({ act }) => act.startsWith('union-'))
  const confirmed = happenings.find(({ act }) => act.startsWith('regulator-'))
  const handed = state === 'union-approved' || state === 'enrolled'
  const over = state === 'rejected' || state === 'withdrawn'
  const under = handed ? [...node.under, ...regulator.under] : node.under
  const { number, personal } = personalOf(plot)
  const said = state === 'returned' ? words.return : state === 'rejected' ? words.reject : words.approve
  const flags = { generalVolunteer: dice.chance(40), frontLine: dice.chance(60) }
  const consent = currentConsent('volunteer')
  const specialties = [dice.pick(['electrician', 'gas', 'construction', 'mechanical', 'chemical-medicine'])]
  const membership = state === 'enrolled' ? teamOf(cast, id, node.under) : null
  const { name, sex, unit, post, idCard, phone } = personal
  const row = {
    name,
    sex,
    unit,
    post,
    idCard: idCard.mask,
    idMark: fingerprint(`id-card:${number}`),
    phone: phone.mask,
  }
  const opinions = { unionOpinion: said, regulatorOpinion: words.profession, team: membership?.team?.name ?? '' }
  const enrolledAt = confirmed?.at ?? null
  const person = { ...row, specialties, ...opinions }
  const rostered = enrolledAt ? cast.rosters.enrol(regulator, { applicationId: id, person, enrolledAt }) : null
  city.add('applications', {
    ...trail(city, { collection: 'applications', _id: id, under, subject: `志愿者申请 ${receiptCode(id)}` }, [
      ...happenings,
      ...after.happenings,
    ]),
    ...{
      openid: worker.openid,
      liveKey: over ? `closed.${id}` : worker.openid,
      idMark: over ? `closed.${id}` : fingerprint(`id-card:${number}`),
    },
    ...{
      personal: { ...personal, papers: over ? null : papersOf(city, id, personal.experience) },
      specialties,
      ...flags,
    },
    ...{
      priority: Number(flags.generalVolunteer) + Number(flags.frontLine),
      node: { id: node._id, name: node.name },
      unionUnder: node.under,
    },
    regulator: handed ? { id: regulator._id, name: regulator.name, under: regulator.under } : null,
    ...{ qualifier: { id: qualifier._id, name: qualifier.name }, stageAt: last, remindAt: null },
    ...{ deskId: desk?._id ?? null, deskName: desk?.name ?? '' },
    told: last < city.at(-5, 0) ? 2 : 1,
    ...{ returnedFrom: state === 'returned' ? 'submitted' : null, rostered, leaving: null },
    firstOpinion: opinionOf(base, node, proposed, words.approve, true),
    unionOpinion: opinionOf(officer, qualifier, reviewed, said, handed),
    regulatorOpinion: opinionOf(inspector, regulator, confirmed, words.profession, true),
    ...{
      unionReviewers: [...(proposed ? [base] : []), ...(reviewed ? [officer] : [])].map(({ personId }) => personId),
      regulatorReviewers: confirmed ? [inspector.personId] : [],
    },
    consents: [
      { version: consent.version, textHash: consentHash(consent), at, sensitive: ['id-card', 'health', 'photo'] },
    ],
    ...{ enteredGeneral: flags.generalVolunteer || handed, prints: [], printsDropAt: null },
    ...{ textCheck: 'pass', submittedAt: at, enrolledAt },
    eraseAt: over ? city.at(state === 'withdrawn' ? 20 : 150, 0) : null,
    ...membership,
    ...after.fields,
  })
  countOne(city, plot)
}

const applicantAt = (workers: readonly Person[], index: number) => workers[(index * 7 + 3) % workers.length]

/** Somebody whose application came back to be added to. */
export const returnedApplicant = (workers: readonly Person[]) => applicantAt(workers, states.indexOf('returned'))

/** Days from today to the first of September of last year. */
const lastSeptember = ({ today }: City) => daysBetween(today, `${Number(today.slice(0, 4)) - 1}-09-01`)

/** Forty-six applications in every state; who is enrolled is returned with the union he serves. */
export const putVolunteers = (city: Omit<Cast, 'rosters'>): Map<string, Volunteer> => {
  const cast = { ...city, rosters: openRosters() }
  const waiting = new Map<string, string[]>()
  const dice = openDice('volunteers')
  const districts = cast.nodes.filter(
    (node) => node.authority === 'union' && node.depth > 0 && node.type === 'geographic',
  )
  const enrolled = new Map<string, Volunteer>()
  for (const [index, state] of states.entries()) {
    const worker = applicantAt(cast.workers, index) as Person
    const node = districts[index % districts.length] as Node
    const regulator = [...node.under]
      .reverse()
      .map((id) => cast.nodes.find((one) => one.serves === id))
      .find((one) => one !== undefined) as Node
    const qualifier = [...node.under].flatMap(
      (id) => cast.nodes.find((one) => one._id === id && one.qualifies) ?? [],
    )[0]
    // Of a union that speaks itself there is no first word.
    const stands = state === 'first-review' && (!qualifier || qualifier === node) ? 'submitted' : state
    const veteran = state === 'enrolled' && index % 2 === 0
    const [ago, hour] = [dice.between(4, 16), dice.between(8, 18)]
    const at = cast.city.at(veteran ? lastSeptember(cast.city) + ago : -ago, hour)
    const id = deriveId('seed-application', String(index))
    putOne(cast, {
      id,
      state: stands,
      worker,
      node,
      qualifier: qualifier ?? node,
      regulator,
      at,
      dice,
    })
    if (stands === 'submitted')
      waiting.set((qualifier ?? node)._id, [...(waiting.get((qualifier ?? node)._id) ?? []), id])
    if (state === 'enrolled')
      enrolled.set(worker.openid, {
        ...{ id, openid: worker.openid, under: node.under, lineage: [...node.under, ...regulator.under], veteran },
      })
  }
  putTeams(cast)
  cast.rosters.seal(cast.city, cast.nodes, cast.staff)
  for (const node of districts) {
    const [officer] = cast.staff.officers.get(node._id) ?? []
    const ids = waiting.get(node._id) ?? []
    if (officer && ids.length > 1) putShortlist(cast.city, node, officer, ids)
  }
  return enrolled
}
