import type { Papers } from 'types/volunteer-papers'
import { openKeptFile } from '@/lib/kept-file'
import { newId } from '@/lib/new-id'
import { uploadFile } from '@/lib/upload-file'
import { inkPicture } from './ink'
import type { ApplyField, ApplyValues } from './values'
import { writeTemp } from './write-temp'

/** A picture that is no longer on the phone; the field it belongs to. */
export class PictureGone extends Error {
  constructor(readonly field: ApplyField) {
    super('照片在手机里找不到了，请重新添加。')
  }
}

/** What was uploaded in this sitting: picture → file id, so that another try sends the same. */
export type Sent = Map<string, string>

const sendOne = async (id: string, kept: string, field: ApplyField, sent: Sent): Promise<string> => {
  if (kept.startsWith('cloud://')) return kept
  const known = sent.get(kept)
  if (known) return known
  const path = await openKeptFile(kept)
  if (!path) throw new PictureGone(field)
  const fileId = await uploadFile(path, `application/${id}/${await newId()}.jpg`)
  sent.set(kept, fileId)
  return fileId
}

const sendSignature = async (id: string, { strokes }: ApplyValues, sent: Sent): Promise<string> => {
  const key = JSON.stringify(strokes)
  const known = sent.get(key)
  if (known) return known
  const fileId = await uploadFile(await writeTemp(inkPicture(strokes)), `application/${id}/${await newId()}.png`)
  sent.set(key, fileId)
  return fileId
}

/**
 * Uploads the pictures of the form one after the other; what is up already is not sent again.
 * @throws AppError NETWORK where one did not get through, PictureGone where the phone lost one
 */
export const sendPapers = async (id: string, values: ApplyValues, sent: Sent): Promise<Papers> => {
  const photo = values.photo ? await sendOne(id, values.photo, 'photo', sent) : undefined
  const certificates: Papers['certificates'] = []
  for (const { kept, name } of values.certificates)
    certificates.push({ fileId: await sendOne(id, kept, 'certificates', sent), name: name.trim() })
  const signature = values.signing === 'draw' ? await sendSignature(id, values, sent) : undefined
  return { ...(photo ? { photo } : {}), ...(signature ? { signature } : {}), certificates }
}
