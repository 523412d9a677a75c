import { AppError } from 'types/app-error'
import { toScene } from 'types/ids'
import type { orgContract } from 'types/org-contract'
import { platform } from '../../kit/cloud'
import { tempUrls } from '../../kit/files'
import { drawMiniCode, wxaVersion } from '../../kit/mini-code'
import type { Handler } from '../../kit/serve'
import { keepCode } from './booth-store'
import type { BoothDoc } from '../documents'

const makeCode = async (booth: BoothDoc): Promise<string> => {
  const envVersion = wxaVersion()
  const cloudPath = `booths/${booth._id}-${envVersion}.png`
  const fileContent = await drawMiniCode({ kind: 'booth', id: booth._id }, envVersion)
  const { fileID } = await platform.uploadFile({ cloudPath, fileContent })
  await keepCode(booth._id, { fileId: fileID, envVersion })
  return fileID
}

/** The booth's mini-program code: made once (such codes never expire), kept in storage, shown by a temporary address. */
export const boothCode: Handler<typeof orgContract.boothCode, BoothDoc> = async (_input, { subject: booth }) => {
  const scene = toScene({ kind: 'booth', id: booth._id })
  const kept = booth.code?.envVersion === wxaVersion() ? booth.code.fileId : null
  const urlOf = async (fileId: string) => (await tempUrls([fileId])).get(fileId)
  const url = (kept && (await urlOf(kept))) || (await urlOf(await makeCode(booth)))
  if (!url) throw new AppError('SERVICE_BUSY')
  return { scene, url }
}
