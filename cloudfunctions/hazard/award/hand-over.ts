import { AppError } from 'types/app-error'
import type { awardOfficeEntries } from 'types/hazard-award-office'
import { isReplay } from '../../kit/aggregate'
import type { Handler } from '../../kit/serve'
import type { AwardDoc } from './award'
import { fitsClaim } from './claim-code'
import { step } from './draft'
import { toHazards } from './messages'

/**
 * Marks one reward as handed over, once. Who gave no name proves by the code of his report that it is his.
 * @throws AppError INVALID_INPUT for a code that is not this place's
 */
export const handOverAward: Handler<(typeof awardOfficeEntries)['handOverAward'], AwardDoc> = async (
  { seat, code, version },
  { subject: doc, caller, grant, now, acting },
) => {
  const officer = acting('officer')
  const same = doc.events.at(-1)?.data.seat === seat
  const change = { act: 'handOver', version, now, same, data: { seat } } as const
  const place = doc.places.find((one) => one.seat === seat)
  if (doc.state !== 'final' || isReplay(doc, officer, 'handOver', version)) return step(doc, officer, change, {})
  if (!place) throw new AppError('NOT_ALLOWED_NOW', { message: '名单上没有这一位，请刷新后再看。' })
  if (place.handed) throw new AppError('NOT_ALLOWED_NOW', { message: '这份奖励已经发放过了。' })
  if (place.masked === null && !code)
    throw new AppError('INVALID_INPUT', { fields: { code: '没有留姓名的上报人凭领取码领取，请输入领取码' } })
  if (code && !fitsClaim(doc._id, place.of, code))
    throw new AppError('INVALID_INPUT', { fields: { code: '领取码不对，请让本人在自己的上报页面查看' } })
  const handed = { at: now, by: [grant?.nodeName, caller.name].filter(Boolean).join(' ') }
  const places = doc.places.map((one) => (one === place ? { ...one, handed } : one))
  return step(doc, officer, change, { places }, toHazards(doc, [place]))
}
