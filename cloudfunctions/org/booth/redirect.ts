import { AppError } from 'types/app-error'
import type { boothEntries } from 'types/org-booth'
import { boothMachine } from 'types/org-booth'
import type { InputOf } from 'types/contract'
import { isReplay, move, record, type Acting } from '../../kit/aggregate'
import type { Handler } from '../../kit/serve'
import { booths, findBooth, listLeading } from './booth-store'
import type { BoothDoc } from '../documents'

type Leads = NonNullable<BoothDoc['leads']>

const refuse = (sentence: string) => new AppError('INVALID_INPUT', { fields: { to: sentence }, message: sentence })

/** Points the lost codes that led to this booth elsewhere, so that none ever takes more than one step. */
const pointElsewhere = async (id: string, leads: Leads, acting: Acting, at: Date) => {
  for (const lost of await listLeading(id)) await record(booths, lost, acting, 'lead', { at, set: { leads } })
}

const nowhere: Leads = { booth: null, task: null }

/** Ends a booth: its own code and the lost ones that led to it lead to their unions. */
export const shut = async (booth: BoothDoc, acting: Acting, at: Date) => {
  await pointElsewhere(booth._id, nowhere, acting, at)
  await move(booths, boothMachine, booth, acting, 'close', booth.version, { at, set: { leads: null } })
}

/** Ends a booth before its day: its code leads to the union, and counts no more. */
export const closeBooth: Handler<(typeof boothEntries)['closeBooth'], BoothDoc> = async (
  _input,
  { subject: booth, acting, now },
) => {
  if (booth.state !== 'closed') await shut(booth, acting('officer'), now)
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
  const leads = await leadsOf(booth, to, grant?.nodeId ?? '')
  if (!isReplay(booth, by, 'redirect', version)) await pointElsewhere(booth._id, leads, by, now)
  const step = { at: now, set: { leads }, same: sameLeads(booth.leads, leads) }
  const { id, state } = await move(booths, boothMachine, booth, by, 'redirect', version, step)
  return { id, state }
}
