import { createHmac } from 'node:crypto'
import { dueAfterDays, startOfDay } from 'types/calendar'
import { deriveId } from 'types/ids'
import type { HazardDoc } from '../../../cloudfunctions/hazard/hazard'
import type { Joiner } from '../../../cloudfunctions/hazard/join/joiner'
import { hazardDocument, hazardId, nodeId, unders, type Line } from './hazard'
import type { HazardOptions } from './hazard-way'

/** Workers the lists of these tests are about. */
export const workers = {
  'w-zhao': '赵大明',
  'w-qian': '钱二喜',
  'w-sun': '孙三',
  'w-zhou': '周四海',
  'w-wu': '吴五',
  'w-zheng': '郑六顺',
} as const

export const awardId = (name: string) => deriveId('test-award', name)
export const east = unders.east.at(-1)!
export const city = unders.city.at(-1)!

/** The key of an anonymous reporter, as his phone keeps it. */
export const keyOf = (name: string) => `key-${name}-0123456789abcdef`.padEnd(24, 'x').replace(/-/g, '')
const markOf = (id: string, key: string) =>
  createHmac('sha256', Buffer.alloc(32, 5)).update(`hazard/${id}/${key}`, 'utf8').digest('base64url')

/** Somebody who joined a hazard, so many hours after the first. */
export const joined = (hazard: string, owner: string, hours: number, more: Partial<Joiner> = {}): Joiner => ({
  ...{ _id: deriveId('test-join', hazard, owner), identity: 'named', owner, keyMark: null, spoken: null },
  ...{ hiddenFrom: [], words: null, at: new Date(Date.parse('2026-01-01T02:00:00Z') + hours * 3_600_000) },
  ...more,
})

type More = Partial<HazardDoc>
let number = 100

/** A hazard closed on that day (`2026-03-05`), reported by `owner`; anonymous ones with `keyOf(name)`. */
export const closedOn = (day: string, name: string, options: HazardOptions = {}, more: More = {}): Line => {
  const id = hazardId(name)
  const createdAt = options.createdAt ?? new Date('2026-01-01T02:00:00Z')
  number += 1
  const doc = hazardDocument({
    ...{ id, state: 'closed', number, createdAt, watchUntil: dueAfterDays(startOfDay(day), 90) },
    ...options,
  })
  const keyMark = options.identity === 'anonymous' ? markOf(id, keyOf(name)) : null
  return { c: 'hazards', d: { ...doc, keyMark, ...more } }
}

/** What an officer fills in for a batch of everything closed in a month (`2026-03`). */
export const batchOf = (month: string, change: object = {}) => ({
  ...{ title: `${month} 隐患排查奖励`, count: 10, from: `${month}-01`, to: `${month}-28`, grade: 'any', kinds: [] },
  ...{ who: 'first', reward: { money: 200, words: null }, claim: { where: '区总工会一楼', until: '2026-09-30' } },
  ...change,
})

const at = (iso: string) => new Date(`${iso}:00Z`)
const hidden = { identity: 'hidden' as const, hiddenFrom: [nodeId('zeneng')] }
const anonymous = { identity: 'anonymous', owner: null } as const

/** Closed hazards, each test's in a month of its own. */
export const awardHazards = (): Line[] => [
  // March: the rule.
  closedOn('2026-03-02', 'm-level-3', { owner: 'w-zhao', createdAt: at('2026-01-03T02:00') }, { level: '3' }),
  closedOn('2026-03-03', 'm-level-1', { owner: 'w-qian', createdAt: at('2026-01-05T02:00') }, { level: '1' }),
  closedOn('2026-03-04', 'm-major', { owner: 'w-sun', createdAt: at('2026-01-06T02:00'), grade: 'major' }),
  closedOn('2026-03-05', 'm-again', { owner: 'w-zhao', createdAt: at('2026-01-02T02:00') }, { level: '3' }),
  closedOn('2026-03-06', 'm-none', { owner: 'w-zhou' }),
  closedOn('2026-03-07', 'm-fixer', { owner: 'zeneng-fixer' }, { level: '2' }),
  closedOn('2026-03-07', 'm-officer', { owner: 'east-deputy' }, { level: '2' }),
  closedOn('2026-03-08', 'm-open', { owner: 'w-wu', state: 'reopened' }, { level: '2' }),
  closedOn('2026-03-08', 'm-erased', { ...anonymous }, { level: '2', keyMark: null }),
  closedOn('2026-04-01', 'm-later', { owner: 'w-wu' }, { level: '2' }),
  // April of the year before: identities.
  closedOn('2025-04-02', 'i-named', { owner: 'w-zhao', createdAt: at('2025-01-03T02:00') }, { level: '3' }),
  closedOn('2025-04-02', 'i-hidden', { ...hidden, owner: 'w-qian', createdAt: at('2025-01-04T02:00') }, { level: '3' }),
  closedOn('2025-04-02', 'i-nobody', { ...anonymous, createdAt: at('2025-01-05T02:00') }, { level: '3' }),
  closedOn(
    '2025-04-03',
    'i-crowd',
    { owner: 'w-sun', createdAt: at('2025-01-06T02:00') },
    {
      ...{ level: '4', joins: 2, followers: ['w-sun', 'w-zhou', 'w-wu'] },
      joiners: [joined('i-crowd', 'w-zhou', 1), joined('i-crowd', 'w-wu', 2, { identity: 'hidden' })],
    },
  ),
  // May of the year before: who comes in for whom.
  ...(['w-zhao', 'w-qian', 'w-sun', 'w-zhou', 'w-wu'] as const).map((owner, index) =>
    closedOn('2025-05-05', `next-${owner}`, { owner, createdAt: at(`2025-02-0${index + 1}T02:00`) }, { level: '3' }),
  ),
  // July of the year before, at the enterprise's own union.
  closedOn(
    '2025-07-02',
    'own',
    { owner: 'w-sun', under: unders.zeneng },
    { joiners: [joined('own', 'w-wu', 2, { identity: 'hidden' })] },
  ),
  // Closed not long ago.
  closedOn('2026-05-05', 'looked-at', { owner: 'w-zheng', createdAt: at('2026-04-01T02:00') }),
  // June of the year before: two lists at one moment.
  closedOn('2025-06-05', 'twice', { owner: 'w-zheng', createdAt: at('2025-03-01T02:00') }, { level: '3' }),
]
