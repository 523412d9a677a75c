import { AppError } from 'types/app-error'
import type { boothEntries } from 'types/org-booth'
import { boothMachine } from 'types/org-booth'
import type { InputOf } from 'types/contract'
import { move, record, type Acting } from '../../kit/aggregate'
import { eachAlone } from '../../kit/each-alone'
import type { Handler } from '../../kit/serve'
import { booths, findBooth, listLeading } from './booth-store'
import type { BoothDoc } from '../documents'

type Leads = NonNullable<BoothDoc['leads']>

const refuse = (sentence: string) => new AppError('INVALID_INPUT', { fields: { to: sentence }, message: sentence })

const nowhere: Leads = { booth: null, task: null }

/** Where a lost code may follow: its union's officers never meant it for a booth of a neighbour of both. */
const mayFollow = (lost: BoothDoc, booth: BoothDoc, target: BoothDoc | null, grantedAt: string) =>
  lost.under.includes(grantedAt) ||
  (target && (lost.under.includes(target.nodeId) || target.under.includes(booth.nodeId)))

/**
 * Points the lost codes that led to this booth on, so that none ever takes more than one step. Comes after the booth's own
 * move: until a code is pointed on, or where somebody decides about it this very moment, it leads to its own union.
 */
const pointOn = async (booth: BoothDoc, leads: Leads, grantedAt: string, acting: Acting, at: Date) => {
  const losts = await listLeading(booth._id)
  const target = losts.length > 0 && leads.booth ? await findBooth(leads.booth.id) : null
  await eachAlone(losts, (lost) => {
    const follows = !leads.booth || mayFollow(lost, booth, target, grantedAt)
    return record(booths, lost, acting, 'lead', { at, set: { leads: follows ? leads : nowhere } })
  })
}

/** Ends a booth: its own code and the lost ones that led to it lead to their unions. */
export const shut = async (booth: BoothDoc, acting: Acting, at: Date) => {
  if (booth.state !== 'closed')
    await move(booths, boothMachine, booth, acting, 'close', booth.version, { at, set: { leads: null } })
  await pointOn(booth, nowhere, '', acting, at)
}

/** Ends a booth before its day: its code leads to the union, and counts no more. */
export const closeBooth: Handler<(typeof boothEntries)['closeBooth'], BoothDoc> = async (
  _input,
  { subject: booth, acting, now },
) => {
  await shut(booth, acting('officer'), now)
  return { id: booth._id, state: 'closed' }
}

type To = InputOf<(typeof boothEntries)['redirectBooth']>['to']

/** Where the code is to lead, in one step: through another lost one to what that one leads to. */
const leadsOf = async (booth: BoothDoc, to: To, grantedAt: string): Promise<Leads> => {
  if ('task' in to) return { booth: null, task: to.task }
  const target = await findBooth(to.boothId)
  // Below the officer's own union, or of a union above the booth: nobody sends people to a neighbour's booth.
  const isNear = target && (target.under.includes(grantedAt) || booth.under.includes(target.nodeId))
  if (!isNear) throw refuse('没有找到要改去的展台，请重新选择')
  if (target._id === booth._id) throw refuse('不能改到它自己，请选择另一个展台')
  if (target.state === 'open') return { booth: { id: target._id, name: target.name }, task: null }
  if (target.state === 'closed' || !target.leads) throw refuse('要改去的展台已停用，请选择使用中的展台')
  if (target.leads.booth?.id === booth._id) throw refuse('要改去的展台正改道到这个展台，会绕成一圈，请选择另一个')
  return target.leads
}

const sameLeads = (left: Leads | null | undefined, right: Leads) =>
  left?.booth?.id === right.booth?.id && left?.task === right.task

/** A lost or worn code leads to another booth or a task from now on; its scans are counted apart. */
export const redirectBooth: Handler<(typeof boothEntries)['redirectBooth'], BoothDoc> = async (
  { version, to },
  { subject: booth, grant, acting, now },
) => {
  const by = acting('officer')
  const grantedAt = grant?.nodeId ?? ''
  const leads = await leadsOf(booth, to, grantedAt)
  const step = { at: now, set: { leads }, same: sameLeads(booth.leads, leads) }
  const { id, state } = await move(booths, boothMachine, booth, by, 'redirect', version, step)
  await pointOn(booth, leads, grantedAt, by, now)
  return { id, state }
}
