import { AppError } from 'types/app-error'
import type { hazardContract } from 'types/hazard-contract'
import { record } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import type { Handler } from '../../kit/serve'
import type { HazardDoc } from '../hazard'
import { hazards } from '../hazard-store'
import { mayOpen, reportersOf } from '../join/reporters'
import { toOne } from '../messages'
import { findPeople } from '../person-store'
import { openSpeaker } from '../report/spoken'

type Open = typeof hazardContract.openIdentity

const nobodyStored = () => new AppError('NOT_FOUND', { message: '这条隐患没有保存上报人的身份，任何人都无法查看。' })
const kept = () =>
  new AppError('FORBIDDEN', { message: '上报人要求对企业保密，请由上级工会办理。', reason: 'within the enterprise' })

const retryMs = 5 * 60_000

// The answer of the first try got lost: the reporter need not see it as two looks.
const isRetry = (doc: HazardDoc, personId: string, { reason, of }: { reason: string; of?: string }, now: Date) => {
  const last = doc.events.at(-1)
  const isSame =
    last?.act === 'open-identity' &&
    last.by === personId &&
    last.data.reason === reason &&
    last.data.of === (of === doc._id ? undefined : of)
  return isSame && now.getTime() - last.at.getTime() < retryMs
}

/** Who reported, read once and for good reason: the reporter sees by whom, when and why, and is told at once. */
export const openIdentity: Handler<Open, HazardDoc> = async (
  { reason, of },
  { subject: doc, caller, grant, now, acting },
) => {
  const asked = reportersOf(doc).find(({ id }) => id === (of ?? doc._id))
  if (!asked || !(asked.owner ?? asked.spoken)) throw nobodyStored()
  const people = await findPeople([...(asked.owner ? [asked.owner] : []), caller.openid])
  if (!mayOpen(doc, asked, people.get(caller.openid)?.grants ?? caller.grants)) throw kept()
  const who = [grant?.nodeName, caller.name].filter(Boolean).join(' ')
  const opening = {
    at: now,
    data: { who, reason, ...(of && of !== doc._id && { of }) },
    set: { opened: command.push([{ by: who, at: now, ...(of && of !== doc._id && { of }) }]) },
    push: asked.owner ? toOne(asked.owner, doc, '身份被查看', `${who}查看了您的身份`, now, 'identity-opened') : [],
  }
  if (!isRetry(doc, caller.personId, { reason, of }, now))
    await record(hazards, doc, acting('officer'), 'open-identity', opening)
  const reporter = asked.owner ? people.get(asked.owner) : openSpeaker({ _id: asked.id, spoken: asked.spoken })
  return { name: reporter?.name ?? '未填写姓名', phone: reporter?.phone ?? null }
}
