import { dateOf, daysBetween, dueAfterDays } from 'types/calendar'
import { deriveId, receiptCode } from 'types/ids'
import { yearListHash } from 'types/volunteer-year-list'
import {
  proposeResult,
  shelfOf,
  yearRuleOf,
  type YearNumbers,
  type YearResult,
  type YearShelf,
} from 'types/volunteer-year-rules'
import { putPlot, type Counted, type Plot } from './activities'
import type { City } from './city'
import { putBadges, putCertificates } from './volunteer-certificates'
import { putHonours } from './volunteer-honours'
import type { Person, Staff } from './people'
import { trail, type Happening } from './trail'
import type { Node } from './tree'
import type { Volunteer } from './volunteers'

export type YearCast = { city: City; nodes: readonly Node[]; staff: Staff; volunteers: readonly Volunteer[] }
/** A year as it came out. */
export type Settled = { volunteer: Volunteer; id: string; numbers: YearNumbers; result: YearResult }

const clock = { by: 'clock', name: '系统' }
const need = 2

export const lastYearOf = ({ today }: City) => Number(today.slice(0, 4)) - 1
/** An instant of last year, `12-03`. */
export const lastYearAt = (city: City, day: string, hours: number) =>
  city.at(daysBetween(city.today, `${lastYearOf(city)}-${day}`), hours)

const numbersOf = (counted: readonly Counted[], id: string, year: number): YearNumbers => {
  const own = counted.filter((one) => one.applicationId === id && one.year === year)
  const served = own.filter(({ state }) => state === 'served')
  return {
    times: served.filter(({ special }) => special).length,
    all: served.length,
    minutes: served.reduce((sum, { minutes }) => sum + minutes, 0),
    absences: own.filter(({ state }) => state === 'absent').length,
  }
}

const countUp = (city: City, under: readonly string[], year: number, shelf: YearShelf, minutes: number) => {
  for (const node of under) {
    city.count('volunteer', `year.${year}.${node}`, shelf)
    if (minutes > 0) city.count('volunteer', `year.${year}.${node}`, 'minutes', minutes)
  }
}

const nothing = {
  ...{ roundId: null, proposal: null, result: null, evidence: null, comments: [], confirmed: null, agreed: null },
  ...{ returned: null, objectUntil: null, objection: null, certified: false },
}

type Year = { volunteer: Volunteer; year: number; numbers: YearNumbers }

const putYear = (city: City, { volunteer, year, numbers }: Year, steps: readonly Happening[], more: object) => {
  const _id = deriveId('year', volunteer.id, String(year))
  const shelf = shelfOf(numbers, need)
  const under = volunteer.lineage
  const subject = `年度服务 ${year} ${receiptCode(volunteer.id)}`
  city.add('volunteer_years', {
    ...trail(city, { collection: 'volunteer_years', _id, under, subject }, steps),
    ...{ ...nothing, applicationId: volunteer.id, year, need, ...numbers, shelf, short: shelf !== 'enough' },
    ...{ rev: 0, told: '', ...more },
  })
  countUp(city, under, year, shelf, numbers.minutes)
  return _id
}

const created = (at: Date): Happening => ({ ...clock, act: 'create', to: 'running', at, verb: '建立年度服务记录' })

/** Four activities of last autumn; how many of the veterans came to each. */
const autumn = (city: City): Plot[] =>
  (
    [
      ['autumn-1', '“我与企业共安全”走访', '10-15', 5, 6],
      ['autumn-2', '消防通道专项检查', '11-05', 5, 5],
      ['autumn-3', '冬季用电安全排查', '11-19', 4, 3],
      ['autumn-4', '有限空间作业联合检查', '11-26', 4, 1],
    ] as const
  ).map(([name, title, day, length, count]) => ({
    ...{ name, title, kind: 'society-inspection' as const, place: '青泽市经济开发区', meeting: '开发区工会门口' },
    ...{
      day: daysBetween(city.today, `${lastYearOf(city)}-${day}`),
      hour: 9,
      length,
      quota: 12,
      state: 'done' as const,
    },
    came: Array.from({ length: count }, () => ({ state: 'served' as const, in: -8, out: length * 60 })),
  }))

type Deciders = { officer: Person; second: Person; inspector: Person; root: Node; bureau: Node }

const saidBy = ({ personId: by, name }: Person, { name: unit }: Node, words: string, at: Date) => ({
  ...{ by, name, unit, words, at },
})

const reasons: Partial<Record<YearResult, string>> = {
  excellent: '全年参加四次专题活动，带队排查，查出的问题都有着落。',
}

const objectionOf = (city: City, { second, root }: Deciders) => ({
  ...{ words: '十一月那次我也去了，是不是没有记上？', at: lastYearAt(city, '12-12', 10) },
  answer: saidBy(second, root, '已核对签到记录，那天没有您的签到，也没有补登。', lastYearAt(city, '12-14', 15)),
})

const stepsOf = (city: City, { officer, second, inspector }: Deciders, result: YearResult, objects: boolean) => {
  const at = (day: string, hour: number) => lastYearAt(city, day, hour)
  const step = (act: string, to: string, when: Date, who: { by: string; name: string }, verb: string): Happening => ({
    ...{ ...who, act, to, at: when, verb },
    data: act === 'confirm' || act === 'agree' ? { result } : {},
  })
  const person = ({ personId: by, name }: Person) => ({ by, name })
  return [
    created(at('10-15', 15)),
    step('open', 'proposed', at('12-03', 9.1), clock, '列入年度考核'),
    step('confirm', 'confirmed', at('12-08', 10), person(officer), '工会确认年度考核'),
    step('agree', 'agreed', at('12-10', 14), person(inspector), '监管同意年度考核'),
    ...(objects
      ? [
          step('object', 'objected', at('12-12', 10), { by: 'applicant', name: '志愿者本人' }, '对年度考核提出异议'),
          step('uphold', 'agreed', at('12-14', 15), person(second), '答复年度考核异议'),
        ]
      : []),
    step('seal', 'sealed', at('12-20', 9.1), clock, '封存年度考核'),
  ]
}

const roundId = deriveId('seed-round', 'root')

const settle = (cast: YearCast, deciders: Deciders, volunteer: Volunteer, numbers: YearNumbers): Settled => {
  const { city } = cast
  const year = lastYearOf(city)
  const result = proposeResult(numbers, need, yearRuleOf(year))
  const objects = result === 'unqualified'
  const agreedAt = lastYearAt(city, '12-10', 14)
  const id = putYear(city, { volunteer, year, numbers }, stepsOf(city, deciders, result, objects), {
    ...{ roundId, proposal: result, result, evidence: numbers, certified: result !== 'unqualified' },
    confirmed: saidBy(deciders.officer, deciders.root, reasons[result] ?? '', lastYearAt(city, '12-08', 10)),
    agreed: saidBy(deciders.inspector, deciders.bureau, '', agreedAt),
    objectUntil: dueAfterDays(agreedAt, yearRuleOf(year).objectionDays),
    objection: objects ? objectionOf(city, deciders) : null,
  })
  return { volunteer, id, numbers, result }
}

const putRound = ({ city }: YearCast, { officer, root }: Deciders, settled: readonly Settled[]) => {
  const year = lastYearOf(city)
  const listHash = yearListHash(settled.map(({ id, numbers, result }) => ({ _id: id, evidence: numbers, result })))
  const sealedAt = lastYearAt(city, '12-20', 9)
  const who = { by: officer.personId, name: officer.name }
  const steps: Happening[] = [
    { ...who, act: 'create', to: 'open', at: lastYearAt(city, '12-03', 9), verb: '开始年度考核', data: { year } },
    {
      ...{ ...who, act: 'seal', to: 'sealed', at: sealedAt, verb: '封存年度考核' },
      data: { people: settled.length, listHash },
    },
  ]
  city.add('volunteer_rounds', {
    ...trail(
      city,
      { collection: 'volunteer_rounds', _id: roundId, under: root.under, subject: `${year} 年度考核 ${root.name}` },
      steps,
    ),
    ...{
      roundKey: `${root._id}.${year}`,
      node: { id: root._id, name: root.name },
      year,
      work: null,
      listHash,
      sealedAt,
    },
  })
}

const decidersOf = ({ nodes, staff }: YearCast): Deciders => {
  const root = nodes[0] as Node
  const bureau = nodes.find(({ authority }) => authority === 'regulator') as Node
  const [officer, second] = staff.officers.get(root._id) as [Person, Person]
  const [inspector] = staff.regulators.get(bureau._id) as [Person]
  return { officer, second: second ?? officer, inspector, root, bureau }
}

/** Last year, assessed and sealed; this year as it stands today; certificates, badges and recommendations. */
export const putYears = (cast: YearCast, counted: readonly Counted[]): void => {
  const { city, volunteers } = cast
  const deciders = decidersOf(cast)
  const veterans = volunteers.filter(({ veteran }) => veteran)
  const past = autumn(city).flatMap((plot) =>
    putPlot({ ...cast, volunteers: veterans }, deciders.root, deciders.officer, plot),
  )
  const settled = veterans.map((one) => settle(cast, deciders, one, numbersOf(past, one.id, lastYearOf(city))))
  putRound(cast, deciders, settled)
  const year = Number(city.today.slice(0, 4))
  const begun = city.at(Math.max(-30, daysBetween(city.today, `${dateOf(city.at(0, 9)).slice(0, 4)}-01-01`)), 0.1)
  for (const volunteer of volunteers) {
    const numbers = numbersOf(counted, volunteer.id, year)
    putYear(city, { volunteer, year, numbers }, [created(begun)], {})
  }
  putCertificates(cast, deciders.root, deciders.officer, settled)
  putBadges(cast)
  putHonours(cast, settled)
}
