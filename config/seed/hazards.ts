import { dateOf } from 'types/calendar'
import { foundField, foundKey } from 'types/hazard-found'
import { deriveId, receiptCode } from 'types/ids'
import { hazardTerms, isOver, isBeingFixed, isListed, shelvesOf, type HazardState } from 'types/hazard'
import { hazardMachine } from 'types/hazard-machine'
import type { City } from './city'
import { openDice, type Dice } from './dice'
import { timesOf, type Times } from './hazard-days'
import { countFinding } from './hazard-cover'
import { fixingOf } from './hazard-fixing'
import { putAwards } from './hazard-awards'
import { putHandover } from './handovers'
import { putBoards } from './hazard-boards'
import { putLetters, type LetterPlot } from './hazard-onward'
import {
  climbed,
  happeningsOf,
  officerFor,
  placeOf,
  stepsOf,
  watchingFor,
  type Cast,
  type Identity,
  type Plot,
  type Told,
} from './hazard-plot'
import { stories, type Story } from './hazard-stories'
import { toldTogether } from './hazard-together'
import { putMessage } from './messages'
import { demoWorker, type Person } from './people'
import { drawPhoto } from './photos'
import { fingerprint, retrievalKeyIn } from './seal'
import { trail, type Happening } from './trail'

/** How many of 200 stand where. */
const shares: readonly [HazardState, number][] = [
  ['reported', 30],
  ['accepted', 24],
  ['assigned', 14],
  ['fixing', 42],
  ['answered', 24],
  ['closed', 53],
  ['reopened', 3],
  ['declined', 10],
]

const stateOf = (n: number): HazardState => {
  let left = n
  for (const [state, share] of shares) {
    if (left < share) return state
    left -= share
  }
  return 'closed'
}

const photoOf = (city: City, kind: string, number: number, at: Date) => {
  const name = `seed/${kind}-${number}.jpg`
  return {
    fileId: city.file(name, () => drawPhoto(kind, number)),
    check: 'pass',
    clean: true,
    original: null,
    trace: null,
    at,
  }
}

const counterFields: Record<HazardState, readonly string[]> = {
  reported: ['toAccept'],
  accepted: ['toAssign'],
  assigned: ['planning'],
  fixing: ['fixing'],
  answered: ['toClose'],
  closed: ['closed'],
  declined: [],
  reopened: ['reopened'],
  merged: [],
  ceased: [],
}

const isNumbered = (state: HazardState) => !['reported', 'declined', 'merged'].includes(state)

type Stands = Parameters<typeof shelvesOf>[0]

/** By day and kind, as the hazards' own drainer counts. */
const countDated = (city: City, { under, state, kind }: Stands, date: string) => {
  if (!isNumbered(state)) return
  for (const node of under) {
    city.count('hazard', foundKey(node, date.slice(0, 7)), foundField(date, kind, 'found'))
    if (state === 'closed') city.count('hazard', foundKey(node, date.slice(0, 7)), foundField(date, kind, 'closed'))
  }
}

const countOne = (city: City, stands: Stands, boothId: string | null, date: string) => {
  countDated(city, stands, date)
  const marks = [...(stands.overdue ? ['overdue'] : []), ...(isListed(stands) ? ['listed'] : [])]
  for (const node of stands.under)
    for (const field of ['reports', ...counterFields[stands.state], ...marks])
      city.count('hazard', `node.${node}`, field)
  if (boothId) city.count('hazard', `booth.${boothId}`, 'reports')
}

const reporterFields = (identity: Identity, owner: Person, id: string) =>
  identity === 'anonymous'
    ? { identity, owner: null, keyMark: fingerprint(`hazard/${id}/${retrievalKeyIn(id)}`) }
    : { identity, owner: owner.openid, keyMark: null }

/** One in nine was seen by others too. */
const joinersOf = ({ workers }: Cast, { id, times }: Plot, owner: Person, number: number) =>
  number % 9 !== 2
    ? []
    : [1, 2].flatMap((n) => {
        const worker = workers[(number * 31 + n * 7) % workers.length] as Person
        const at = new Date(times.create.getTime() + n * 2_400_000)
        const joiner = { _id: deriveId('seed-join', id, String(n)), identity: 'hidden', owner: worker.openid }
        return worker.openid === owner.openid
          ? []
          : [{ ...joiner, keyMark: null, spoken: null, hiddenFrom: [], words: null, at }]
      })

const placedAt = ({ enterprise }: Plot['place']) =>
  enterprise && { id: enterprise._id, name: enterprise.name, nodeId: enterprise.nodeId }

const putOne = (cast: Cast, plot: Plot, { owner, booth, number, change }: Omit<Told, 'plot'>) => {
  const { city } = cast
  const { id, state, story, place, serial, times, fixer } = plot
  const code = receiptCode(id)
  const numbered = isNumbered(state)
  const assigned = ['assigned', 'fixing', 'answered', 'closed', 'reopened'].includes(state)
  const answered = ['answered', 'closed', 'reopened'].includes(state)
  const happenings = happeningsOf(cast, plot)
  const joiners = joinersOf(cast, plot, owner, number)
  const danger = state === 'reported' && number % 30 === 3
  const overdue = isBeingFixed(state) && happenings.some(({ act }) => act === 'overdue')
  const watching = watchingFor(cast, plot)
  const { source, record, level } = watching.fields
  const filed = { source, record, level } as Pick<Stands, 'source' | 'record' | 'level'>
  const { enterprise } = place
  const at = enterprise && { id: enterprise._id }
  const stands = {
    under: place.under,
    state,
    overdue,
    kind: story.kind,
    ...filed,
    listing: watching.listing,
    enterprise: at,
  }
  const subject = numbered ? `隐患 ${serial}` : `隐患 ${code}`
  const texts = {
    code,
    serial: numbered ? serial : null,
    unit: place.enterprise?.name ?? null,
    place: story.place,
    words: story.words,
  }
  const after = times.answer ? [photoOf(city, 'fixed', number % 3, times.answer)] : []
  city.add('hazards', {
    ...trail(city, { collection: 'hazards', _id: id, under: place.under, subject }, happenings),
    ...{ code, serial: numbered ? serial : null, serialKey: numbered ? serialKeyOf(serial) : `.${id}` },
    ...{
      node: { id: place.node._id, name: place.node.name },
      boothId: booth.id,
      place: story.place,
      words: story.words,
      wish: null,
      wordsCheck: 'pass',
    },
    enterprise: placedAt(place),
    ...{
      kind: story.kind,
      grade: numbered ? (story.major ? 'major' : 'general') : null,
      photos: [photoOf(city, story.kind, number % 3, times.create)],
    },
    ...{ ...reporterFields(plot.identity, owner, id), opened: [], overdue: stands.overdue },
    hiddenFrom: place.hiddenFrom,
    hands: assigned && fixer ? [fixer.personId] : [],
    fixer: assigned && fixer ? { personId: fixer.personId, openid: fixer.openid, name: fixer.name } : null,
    ...{
      fixingFor: assigned ? (place.enterprise?._id ?? null) : null,
      fixRank: state === 'closed' ? 2 : answered ? 1 : 0,
    },
    ...{ suggestion: assigned ? story.suggestion : null, dueAt: times.dueAt },
    ...fixingOf(city, plot).fields,
    ...climbed(city, plot).fields,
    ...watching.fields,
    answer: answered
      ? { words: story.done, photos: after, at: times.answer, by: fixer?.personId, openid: fixer?.openid }
      : null,
    ...{ reason: state === 'declined' ? '与已受理的隐患是同一处，请关注原编号的进展。' : null },
    ...{ joiners, joins: joiners.length, mergedInto: null, spoken: null, danger, urgent: danger ? 1 : 0 },
    followers: [...(plot.identity === 'anonymous' ? [] : [owner.openid]), ...joiners.map((one) => one.owner)],
    spots: isOver(state)
      ? []
      : [...(place.enterprise ? [`e.${place.enterprise._id}`] : []), `b.${booth.id}`, `n.${place.node._id}`],
    ...{ shelves: shelvesOf(stands), terms: hazardTerms(texts), clockAt: null, tell: null, traces: [] },
    ...change,
  })
  countOne(city, stands, booth.id, dateOf(times.create))
  countFinding(city, { ...stands, createdAt: times.create })
  const last = stepsOf(cast, plot).at(-1)
  if (plot.identity !== 'anonymous' && last && last.to !== 'reported') tellReporter(city, plot, owner, code, last)
}

const letterPlot = (cast: Cast, plot: Plot): LetterPlot => {
  const { id, state, story, times, serial, identity, number } = plot
  const { under, enterprise } = plot.place
  const officer = officerFor(cast, under)
  const above = cast.nodes.find(({ _id }) => _id === officer.node.under.at(-2))?.name ?? '省总工会'
  const district = cast.nodes.find(({ _id, type }) => _id === under[1] && type === 'geographic')
  const regulator = (district?.name ?? '青泽市总工会').replace('总工会', '应急管理局')
  const facts = { id, state, story, times, serial, number, under, officer, above, regulator }
  return {
    ...facts,
    named: identity === 'named',
    enterpriseId: enterprise?._id ?? '',
    enterprise: enterprise?.name ?? '',
  }
}

/** The newest step, as the reporter reads it in his inbox. */
const tellReporter = (city: City, { id, story }: Plot, owner: Person, code: string, { to, at }: Happening) => {
  const values = {
    ...{ character_string1: code, thing2: story.words, time4: at, thing5: '点开看办理进度' },
    phrase3: hazardMachine.states[to as HazardState].label,
  }
  const message = { pushId: null, template: 'hazard-progress' as const, values, page: `packages/hazard/view?id=${id}` }
  putMessage(city, {
    ...{ _id: deriveId('delivery', 'hazard', `${id}.${to}`), to: owner, at, state: 'no-credit', read: to === 'closed' },
    ...message,
  })
}

const serialKeyOf = (serial: string) => `${serial.slice(3, 7)}.${serial.slice(8).padStart(7, '0')}`

const plan = (cast: Cast, dice: Dice, number: number): Told => {
  const { city, enterprises, workers, booths, staff } = cast
  const state = stateOf(number)
  const needsFixer = ['assigned', 'fixing', 'answered', 'closed', 'reopened'].includes(state)
  const isDemo = number % 29 === 3
  const identity = isDemo ? 'hidden' : dice.pick<Identity>(['named', 'hidden', 'hidden', 'named', 'anonymous'])
  const owner = isDemo ? demoWorker(workers) : dice.pick(workers)
  const booth = dice.pick(booths)
  const enterprise = needsFixer || dice.chance(70) ? dice.pick(enterprises) : null
  const times = timesOf(city, state, number, dice)
  const fixer = enterprise ? (staff.fixers.get(enterprise._id) ?? null) : null
  const id = deriveId('seed-hazard', String(number))
  const story = stories[(number * 7) % stories.length] as Story
  const place = placeOf(cast, enterprise, booth.node, identity)
  return { plot: { id, state, story, identity, place, times, fixer, number }, owner, booth, number }
}

/** Two hundred hazards in every state and a few told by hand, numbered in the order they were accepted. */
export const putHazards = (cast: Cast) => {
  const dice = openDice('hazards')
  const planned = [...Array.from({ length: 200 }, (_, number) => plan(cast, dice, number)), ...toldTogether(cast)]
  const year = cast.city.today.slice(0, 4)
  const turnOf = ({ create, accept }: Times) => (accept ?? create).getTime()
  const ordered = [...planned].sort((a, b) => turnOf(a.plot.times) - turnOf(b.plot.times) || a.number - b.number)
  let serial = 0
  const handed: LetterPlot[] = []
  const numbered = ordered.map(({ plot, ...rest }) => {
    if (isNumbered(plot.state)) serial += 1
    return { ...rest, plot: { ...plot, serial: `青泽-${year}-${String(serial).padStart(5, '0')}` } }
  })
  const rewarded = putAwards(
    cast,
    numbered.filter(({ plot }) => plot.state === 'closed'),
  )
  for (const { plot, change, ...rest } of numbered) {
    putOne(cast, plot, { ...rest, change: { ...change, ...rewarded.get(plot.id) } })
    if (plot.times.assign) handed.push(letterPlot(cast, plot))
  }
  putLetters(
    cast.city,
    handed.filter((_, index) => index % 4 === 1),
  )
  putBoards(cast.city, handed)
  putHandover(
    cast,
    numbered.map(({ plot }) => plot),
  )
}
