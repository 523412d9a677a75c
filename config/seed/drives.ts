import { addDays, dateOf } from 'types/calendar'
import { noGoals, type DriveForm } from 'types/drive-form'
import { drivePatterns, findPattern, formOf, type DrivePattern } from 'types/drive-patterns'
import { bookOf, shippedHolidays } from 'types/holidays'
import { deriveId } from 'types/ids'
import type { City } from './city'
import type { Person } from './people'
import { trail } from './trail'
import type { Node } from './tree'

const driveId = (name: string) => deriveId('seed-drive', name)
/** The one that runs today, with the contest of the demonstration in it. */
export const runningDrive = driveId('running')
/** A plan of a district's own. */
const eastDrive = driveId('east')

const activity = (name: string) => deriveId('seed-activity', name)
const book = bookOf(shippedHolidays)

type Plan = { id: string; state: 'draft' | 'published' | 'ended'; form: DriveForm; activities?: readonly string[] }

const put = (city: City, node: Node, by: Person, { id, state, form, activities = [] }: Plan) => {
  const who = { by: by.personId, name: by.name }
  const begun = city.at(-70, 10)
  const happened = [
    { ...who, act: 'create', to: 'draft', at: begun, verb: '新建主题活动' },
    ...(state === 'draft'
      ? []
      : [{ ...who, act: 'publish', to: 'published', at: city.at(-69, 9), verb: '发布主题活动' }]),
  ]
  const over = { by: 'clock', name: '系统', act: 'end', to: 'ended', verb: '主题活动到期结束' }
  if (state === 'ended') happened.push({ ...over, at: city.at(-1, 1) })
  const place = { collection: 'drives', _id: id, under: node.under, subject: `主题活动「${form.theme}」` }
  city.add('drives', {
    ...trail(city, place, happened),
    ...{ nodeId: node._id, nodeName: node.name, ...form, slogan: form.slogan ?? '' },
    ...{ contests: [], activities: [...activities], booths: [], reason: null },
  })
}

const patternForm = (code: string, year: number) => formOf(findPattern(code) as DrivePattern, year, book)

const running = (city: City, year: number): DriveForm => {
  const day = (days: number) => addDays(city.today, days)
  const form = patternForm('safety-month', year) as DriveForm
  const [first, second, third] = form.stages as [DriveForm['stages'][0], DriveForm['stages'][0], DriveForm['stages'][0]]
  return {
    ...{ ...form, from: day(-19), to: day(12), theme: '安全生产月' },
    stages: [
      { ...first, from: day(-19), to: day(-12), due: null },
      { ...second, from: day(-11), to: day(7), due: day(5) },
      { ...third, from: day(8), to: day(12), due: day(12) },
    ],
    goals: { players: 400, found: 120, closed: 80, activities: 6, rate: 60 },
  }
}

const ended = (city: City): DriveForm => ({
  ...(patternForm('may-day', 2026) as DriveForm),
  ...{ theme: '节前安全检查', pattern: null, from: addDays(city.today, -45), to: addDays(city.today, -20), kinds: [] },
  goals: { ...noGoals, found: 40, closed: 30 },
})

const ofEast = (city: City): DriveForm => ({
  ...{ theme: '东原区班组安全周', slogan: '班前三分钟 安全每一天', cover: 'helmet', pattern: null },
  ...{ from: addDays(city.today, 5), to: addDays(city.today, 11), monthly: false, open: true },
  ...{ stages: [], goals: { ...noGoals, activities: 3 }, kinds: ['conduct', 'machine'] },
})

/** Drives of the year: one runs, one is over with what it reached, the others stand in the calendar. */
export const putDrives = (city: City, nodes: readonly Node[], by: Person) => {
  const root = nodes[0] as Node
  const east = nodes.find(({ name }) => name === '东原区总工会') as Node
  const year = Number(dateOf(city.at(0, 12)).slice(0, 4))
  const activities = ['month', 'confined', 'le-an'].map(activity)
  put(city, root, by, { id: runningDrive, state: 'published', form: running(city, year), activities })
  put(city, root, by, {
    id: driveId('ended'),
    state: 'ended',
    form: ended(city),
    activities: [activity('electricity')],
  })
  put(city, east, by, { id: eastDrive, state: 'draft', form: ofEast(city) })
  for (const { code } of drivePatterns.filter((pattern) => !['safety-month', 'may-day'].includes(pattern.code))) {
    const form = patternForm(code, year)
    if (!form) continue
    const state = form.to < city.today ? 'ended' : form.from <= city.today ? 'published' : 'draft'
    put(city, root, by, { id: driveId(code), state, form })
  }
}
