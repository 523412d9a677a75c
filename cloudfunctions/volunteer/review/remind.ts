import { dueAfterWorkingDays } from 'types/calendar'
import { bookOf, shippedHolidays } from 'types/holidays'
import { isReviewStage, reviewStages, type ReviewStage } from 'types/volunteer'
import { command } from '../../kit/cloud'
import { listOfficersNear } from '../../kit/officers-near'
import { listToRemind, patchApplication } from '../application-store'
import type { ApplicationDoc } from '../documents'
import { toReviewer } from '../messages'
import { isAstray, reseat } from './reseat'
import { deskLine, openRoutes } from './seat'

const batch = 200
const book = bookOf(shippedHolidays)
const page = 'packages/corps/queue'

const titles = ['有新的志愿者申请', '志愿者申请还没审核', '下级的志愿者申请还没审核'] as const
type Told = 0 | 1 | 2

const dueOf = (stage: ReviewStage, from: Date) => dueAfterWorkingDays(from, reviewStages[stage].days, book)

// The level above the desk; of a root there is none, and its own are told once more.
const lineOf = (doc: ApplicationDoc, stage: ReviewStage, told: Told) => {
  const line = deskLine(doc, stage)
  return told === 2 && line.length > 1 ? line.slice(0, -1) : line
}

type Group = { stage: ReviewStage; told: Told; docs: ApplicationDoc[] }

const groupsOf = (docs: readonly ApplicationDoc[]): Group[] => {
  const groups = new Map<string, Group>()
  for (const doc of docs) {
    if (!isReviewStage(doc.state)) continue
    const told = Math.min(doc.told, 2) as Told
    const key = `${doc.deskId}.${doc.state}.${told}`
    const group = groups.get(key) ?? { stage: doc.state, told, docs: [] }
    group.docs.push(doc)
    groups.set(key, group)
  }
  return [...groups.values()]
}

const messagesOf = async ({ stage, told, docs }: Group, first: ApplicationDoc, now: Date) => {
  const people = await listOfficersNear(lineOf(first, stage, told), reviewStages[stage].actor)
  const vacant =
    told === 0 &&
    people.length > 0 &&
    !people.some(({ grants }) => grants.some(({ nodeId }) => nodeId === first.deskId))
  const words = vacant ? `${docs.length} 份，该单位暂无审核人，请代办` : `${docs.length} 份，请在审核列表里办理`
  const what = {
    title: titles[told],
    unit: first.deskName,
    words,
    by: dueOf(stage, told === 0 ? first.stageAt : now),
    page,
    cause:
      told === 0
        ? ({ trigger: 'review-new' } as const)
        : ({ trigger: 'review-waiting', line: deskLine(first, stage) } as const),
  }
  return people.map(({ _id, personId }) => ({
    ...toReviewer(_id, what),
    id: `${first._id}.${first.seq}.told${told}.${personId}`,
  }))
}

/**
 * One message to a reviewer for all that came to his desk, not one an application. The message and the mark that it went
 * are one write, on the first of them; the others are marked after it.
 */
const tellGroup = async (group: Group, now: Date) => {
  const { told, stage, docs } = group
  const [first, ...rest] = docs
  if (!first) return
  const items = await messagesOf(group, first, now)
  const remindAt = told === 2 ? null : dueOf(stage, told === 0 ? first.stageAt : now)
  const mark = { told: told + 1, remindAt }
  // The very moment, not the call's: a drainer at work on older items must not take these for left-overs.
  const waiting = items.length > 0 ? { outbox: command.push(items), outboxAt: new Date() } : {}
  if ((await patchApplication(first, { ...mark, ...waiting })) === 0) return
  await Promise.all(rest.map((doc) => patchApplication(doc, mark)))
}

/** Tells reviewers what came, what waits too long, and the level above what still waits: once each. */
export const remindReviewers = async (now: Date): Promise<number> => {
  const due = await listToRemind(now, batch)
  const routes = openRoutes()
  for (const doc of due) if (isAstray(doc)) await reseat(doc, routes, now)
  for (const group of groupsOf(due.filter((doc) => !isAstray(doc)))) await tellGroup(group, now)
  return due.length
}
