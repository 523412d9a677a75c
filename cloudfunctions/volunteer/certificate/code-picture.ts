import { AppError } from 'types/app-error'
import { platform } from '../../kit/cloud'
import { tempUrls } from '../../kit/files'
import { drawMiniCode, wxaVersion } from '../../kit/mini-code'
import type { KeptCode } from './certificate-doc'

type Coded = { _id: string; code: KeptCode }

const make = async ({ _id }: Coded, keep: (id: string, code: KeptCode) => Promise<unknown>): Promise<string> => {
  const envVersion = wxaVersion()
  const fileContent = await drawMiniCode({ kind: 'volunteer', id: _id }, envVersion)
  const cloudPath = `volunteer/codes/${_id}-${envVersion}.png`
  const { fileID } = await platform.uploadFile({ cloudPath, fileContent })
  await keep(_id, { fileId: fileID, envVersion })
  return fileID
}

/** Address of the picture that leads to the check of this id; made once, such codes never expire. */
export const codeUrl = async (doc: Coded, keep: (id: string, code: KeptCode) => Promise<unknown>): Promise<string> => {
  const kept = doc.code?.envVersion === wxaVersion() ? doc.code.fileId : null
  const urlOf = async (fileId: string) => (await tempUrls([fileId])).get(fileId)
  const url = (kept && (await urlOf(kept))) || (await urlOf(await make(doc, keep)))
  if (!url) throw new AppError('SERVICE_BUSY')
  return url
}
