import { AppError } from 'types/app-error'
import type { hazardContract } from 'types/hazard-contract'
import type { Handler } from '../../kit/serve'
import { placedPhotos } from './clean-pictures'
import { findByTrace, patchHazard } from '../hazard-store'

type MediaChecked = typeof hazardContract.mediaChecked

/**
 * WeChat's word on a picture, by the number of the check; it counts even after the sweep.
 * @throws AppError NOT_FOUND for a number not written down yet: WeChat asks again
 */
export const mediaChecked: Handler<MediaChecked> = async ({ trace_id: trace, result, errcode = 0 }) => {
  const doc = await findByTrace(trace)
  if (!doc) throw new AppError('NOT_FOUND', { reason: 'unknown trace' })
  const placed = placedPhotos(doc).find(({ photo }) => photo.trace === trace)
  const check = errcode === 0 && result ? result.suggest : 'review'
  if (placed) {
    const { path } = placed
    await patchHazard(doc._id, { [`${path}.trace`]: trace }, { [`${path}.check`]: check })
  }
  return 'success'
}
