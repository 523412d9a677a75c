import { AppError } from 'types/app-error'
import { addDays, dateOf } from 'types/calendar'
import type { BoothCore } from 'types/documents'
import { isLiving } from 'types/drive-machine'
import type { driveEntries } from 'types/org-drive'
import type { Handler } from '../../kit/serve'
import type { NodeDoc } from '../documents'
import { findNode, pageChildren } from '../node-store'
import { formOf, headOf, rowOf, type DriveDoc } from './drive'
import { findDrive, listPublished, listTouching, pageDrives } from './drive-store'
import { readFigures } from './figures'
import { listActivities, listBoothsOf, listContests, type ActivityDoc, type ContestDoc } from './parts-store'

type Entries = typeof driveEntries

export const drives: Handler<Entries['drives'], NodeDoc> = async ({ page, size }, { subject: node, now }) => {
  const [{ items, more }, above] = await Promise.all([
    pageDrives(node._id, page, size),
    page === 1 ? listPublished(node.under.slice(0, -1), dateOf(now)) : [],
  ])
  return { items: items.map(rowOf), more, above: above.map(rowOf) }
}

/** Own ones in any state but withdrawn; those of the unions above once they are published. */
export const driveYear: Handler<Entries['driveYear'], NodeDoc> = async ({ year }, { subject: node }) => {
  const found = await listTouching(node.under, `${year}-01-01`, `${year}-12-31`)
  const shown = found.filter(({ nodeId, state }) => state !== 'withdrawn' && (nodeId === node._id || state !== 'draft'))
  return { items: shown.map((drive) => ({ ...rowOf(drive), stages: drive.stages })) }
}

const mostChildren = 60

const contestPart = (drive: DriveDoc, names: ReadonlyMap<string, string>) => (contest: ContestDoc) => {
  const { _id: id, title, state, opensAt: from, closesAt: to, nodeId } = contest
  const node = nodeId === drive.nodeId ? drive.nodeName : (names.get(nodeId) ?? '')
  return { id, title, state, from, to, node, chosen: drive.contests.includes(id) }
}
const activityPart = (drive: DriveDoc) => (activity: ActivityDoc) => {
  const { _id: id, title, state, startsAt: from, endsAt: to, node } = activity
  return { id, title, state, from, to, node: node.name, chosen: drive.activities.includes(id) }
}

const boothPart =
  (drive: DriveDoc) =>
  ({ _id: id, name, place, nodeName: node, state }: BoothCore) => {
    return { id, name, place, node, open: state === 'open', chosen: drive.booths.includes(id) }
  }

export const drive: Handler<Entries['drive'], DriveDoc> = async (_input, { subject: doc, caller }) => {
  const mine = caller.grants.some(({ nodeId }) => doc.under.includes(nodeId))
  const asked = { driveId: doc._id }
  const [contests, activities, below] = await Promise.all([
    listContests({ ...asked, ids: doc.contests }),
    listActivities({ ...asked, ids: doc.activities }),
    mine ? pageChildren(doc.nodeId, 1, mostChildren) : { items: [] },
  ])
  const children = below.items.map(({ _id: id, name }) => ({ id, name }))
  const [{ figures, shares }, stands] = await Promise.all([
    readFigures(doc, { contests, activities }, children),
    listBoothsOf(doc, contests),
  ])
  const names = new Map(children.map(({ id, name }) => [id, name]))
  return {
    ...headOf(doc),
    ...{ version: doc.version, form: formOf(doc), reason: doc.reason, mine, figures, shares },
    mayJoin: isLiving(doc.state) && (mine || (doc.open && doc.state === 'published')),
    contests: contests.map(contestPart(doc, names)),
    activities: activities.map(activityPart(doc)),
    booths: stands.map(boothPart(doc)),
  }
}

const aheadDays = 30

export const openDrives: Handler<Entries['openDrives']> = async ({ nodeId }, { now }) => {
  const node = await findNode(nodeId)
  if (!node) throw new AppError('NOT_FOUND')
  const today = dateOf(now)
  const found = await listPublished(node.under, today)
  return { items: found.filter(({ from }) => from <= addDays(today, aheadDays)).map(headOf) }
}

const gone = () => new AppError('NOT_FOUND', { message: '这个主题活动已撤回，或还没有发布。' })

/** What a worker sees of it: three trips. */
export const publicDrive: Handler<Entries['publicDrive']> = async ({ id }) => {
  const doc = await findDrive(id)
  if (!doc || doc.state === 'draft' || doc.state === 'withdrawn') throw gone()
  const [contests, activities] = await Promise.all([
    listContests({ driveId: id, ids: doc.contests }),
    listActivities({ driveId: id, ids: doc.activities }),
  ])
  // Those of unions below are for their own people, who find them where they are.
  const joinable = activities.filter(
    ({ state, node }) => node.id === doc.nodeId && (state === 'open' || state === 'running'),
  )
  return {
    ...headOf(doc),
    ...{ stages: doc.stages, kinds: doc.kinds },
    contests: contests.flatMap(({ _id, title, state, nodeId }) =>
      state === 'open' && nodeId === doc.nodeId ? [{ id: _id, title }] : [],
    ),
    activities: joinable.map(({ _id, title, startsAt, place }) => ({ id: _id, title, startsAt, place })),
  }
}
