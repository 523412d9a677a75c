import { AppError } from 'types/app-error'
import { saysNothing } from 'types/hazard-doubts'
import { hazardTerms, type HazardState } from 'types/hazard'
import type { hazardContract } from 'types/hazard-contract'
import { receiptCode } from 'types/ids'
import { sourceOf } from 'types/visit-source'
import type { InputOf } from 'types/contract'
import { born, type Acting } from '../../kit/aggregate'
import { cameBy, type Scanned } from '../../kit/came-by'
import { checkText } from '../../kit/content-check'
import { isSame } from '../../kit/same'
import type { Handler } from '../../kit/serve'
import { countBirth } from '../counting'
import { countReport, reportDayOf } from './day-store'
import { unfixed, type HazardDoc } from '../hazard'
import { findHazard, hazards } from '../hazard-store'
import { takePhotos } from './photo-ids'
import { fitsKey, markOf } from './retrieval-key'
import { findRoute, type Route } from './route'
import { standingOf } from './standing'
import { alone } from '../join/joiner'

type Report = typeof hazardContract.report
type Input = InputOf<Report>

type Who = Pick<HazardDoc, 'identity' | 'owner' | 'keyMark' | 'spoken'>

const reporterOf = (input: Input, openid: string): Who => {
  const { identity, retrievalKey = '' } = input
  if (identity === 'anonymous') return { identity, owner: null, keyMark: markOf(input._id, retrievalKey), spoken: null }
  if (!openid) throw new AppError('FORBIDDEN')
  return { identity, owner: openid, keyMark: null, spoken: null }
}

type Found = { route: Route; wordsCheck: HazardDoc['wordsCheck']; who: Who; now: Date; acting: Acting } & {
  scanned: Scanned | undefined
}
/** What is written of a hazard, whoever brings it in. */
type Written = Pick<Input, '_id' | 'place' | 'words' | 'wish' | 'kind' | 'photos' | 'danger' | 'above' | 'source'>

/** All a person wrote, as WeChat is asked about it and as the way of a report is found. */
export const allTextOf = ({ place, words, wish }: Written) => [words, place, wish].filter(Boolean).join('\n')

// The phone asks before it sends words that say nothing; whoever sends them all the same is heard, and the officer is told.
const marksOf = ({ words, photos, above }: Written) => ({
  ...(above && { above }),
  ...(saysNothing(words, photos.length) && { vague: true }),
})

const textsOf = ({ place, words, wish }: Written) => ({ place, words, wish: wish || null })

/** The document of a new report. */
export const compose = (input: Written, { route, wordsCheck, who, now, acting, scanned }: Found): HazardDoc => {
  const { _id, place, words, kind, danger = false } = input
  const code = receiptCode(_id)
  const state: HazardState = 'reported'
  const stands = { under: route.under, state, overdue: false, kind, danger }
  const texts = { code, serial: null, unit: route.enterprise?.name ?? null, place, words }
  const source = cameBy(sourceOf(input.source, route.boothId ?? undefined), scanned)
  const push = [countBirth({ ...stands, identity: who.identity }, source, now)]
  return {
    ...born(acting, {
      _id,
      state,
      under: route.under,
      subject: `隐患 ${code}`,
      at: now,
      data: { kind, ...(danger && { danger }) },
      push,
    }),
    ...{
      ...route,
      ...who,
      ...textsOf(input),
      ...marksOf(input),
      code,
      wordsCheck,
      kind,
      grade: null,
    },
    ...{
      serial: null,
      serialKey: `.${_id}`,
      photos: takePhotos(_id, input.photos, [], now),
      opened: [],
      overdue: false,
    },
    ...{
      fixer: null,
      hands: [],
      fixingFor: null,
      fixRank: 0,
      suggestion: null,
      dueAt: null,
      answer: null,
      reason: null,
      ...unfixed,
    },
    ...standingOf({ ...stands, ...route }),
    ...alone(who.owner),
    ...{ danger, terms: hazardTerms(texts), clockAt: now, tell: 'reported', traces: [] },
  }
}

export const receiptOf = ({ _id, code, createdAt, node }: HazardDoc) => ({
  ...{ id: _id, code, state: 'reported' as const, at: createdAt, handledBy: node.name },
})

// A retry meets its own document and gets its own receipt; anyone else's id answers as if it were free to guess on.
export const ownReceipt = (present: HazardDoc | null, input: Written & Pick<Input, 'retrievalKey'>, openid: string) => {
  const isOwn = present?.owner ? present.owner === openid : present && fitsKey(present, input.retrievalKey ?? '')
  if (!present || !isOwn) throw new AppError('NOT_FOUND')
  if (!isSame(present, { ...present, ...textsOf(input) }, ['place', 'words', 'wish']))
    throw new AppError('ALREADY_EXISTS')
  return receiptOf(present)
}

/**
 * A report, once: three trips (route, count of the day, write), one for a retry, whatever WeChat's checks do; one more
 * where it speaks of somebody in office. The day's
 * count holds for anonymous reports too, and knows neither person nor report.
 */
export const report: Handler<Report> = async (input, { caller: { openid }, now, acting }) => {
  takePhotos(input._id, input.photos, [], now)
  const text = allTextOf(input)
  const dayId = reportDayOf(openid, now)
  const [wordsCheck, { route, present, day, scanned }] = await Promise.all([
    checkText(openid, text, 'log'),
    findRoute({ ...input, text }, { reportId: input._id, dayId, caller: openid }),
  ])
  if (present) return ownReceipt(present, input, openid)
  // The audit trail never learns who reports, named or not.
  const reporter = acting('reporter', { by: 'reporter', name: '上报人' })
  const who = reporterOf(input, openid)
  const doc = compose(input, { route, wordsCheck, who, now, acting: reporter, scanned })
  if (openid) await countReport(dayId, day, now)
  return (await hazards.insert(doc)) ? receiptOf(doc) : ownReceipt(await findHazard(input._id), input, openid)
}
