import { AppError } from 'types/app-error'
import { toScene } from 'types/ids'
import type { boothEntries } from 'types/org-booth'
import { platform } from '../../kit/cloud'
import { tempUrls } from '../../kit/files'
import { codeWidths, drawMiniCode, wxaVersion } from '../../kit/mini-code'
import type { Handler } from '../../kit/serve'
import { keepCode } from './booth-store'
import type { BoothDoc } from '../documents'

/** The picture that was drawn for the version of now; null where it has still to be drawn. */
export const keptCode = ({ code }: BoothDoc): string | null => (code?.envVersion === wxaVersion() ? code.fileId : null)

/** Draws the code as large as a poster needs it, and keeps it: such codes never expire. */
export const makeCode = async ({ _id }: Pick<BoothDoc, '_id'>): Promise<string> => {
  const envVersion = wxaVersion()
  const cloudPath = `booths/${_id}-${envVersion}.png`
  const fileContent = await drawMiniCode({ kind: 'booth', id: _id }, envVersion, codeWidths.poster)
  const { fileID } = await platform.uploadFile({ cloudPath, fileContent })
  await keepCode(_id, { fileId: fileID, envVersion })
  return fileID
}

/** The booth's mini-program code: made once, kept in storage, shown by a temporary address. */
export const boothCode: Handler<(typeof boothEntries)['boothCode'], BoothDoc> = async (_input, { subject: booth }) => {
  const scene = toScene({ kind: 'booth', id: booth._id })
  const kept = keptCode(booth)
  const urlOf = async (fileId: string) => (await tempUrls([fileId])).get(fileId)
  const url = (kept && (await urlOf(kept))) || (await urlOf(await makeCode(booth)))
  if (!url) throw new AppError('SERVICE_BUSY')
  return { scene, url }
}
