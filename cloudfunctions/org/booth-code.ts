import { AppError } from 'types/app-error'
import { toScene } from 'types/ids'
import type { orgContract } from 'types/org-contract'
import { platform } from '../kit/cloud'
import { tempUrls } from '../kit/files'
import type { Handler } from '../kit/serve'
import { keepCode } from './booth-store'
import type { BoothDoc } from './documents'
import { wxaVersion } from './wxa-version'

const landingPage = 'pages/scan/index'

const drawCode = async (scene: string, envVersion: string): Promise<Buffer> => {
  try {
    // Without a published version WeChat knows no page: the check would refuse every code before the first release.
    const data = { scene, page: landingPage, checkPath: false, envVersion, width: 430 }
    return (await platform.openapi.wxacode.getUnlimited(data)).buffer
  } catch {
    throw new AppError('SERVICE_BUSY', { message: '微信暂时没有生成小程序码，请稍后再试。' })
  }
}

const makeCode = async (booth: BoothDoc, scene: string): Promise<string> => {
  const envVersion = wxaVersion()
  const cloudPath = `booths/${booth._id}-${envVersion}.png`
  const { fileID } = await platform.uploadFile({ cloudPath, fileContent: await drawCode(scene, envVersion) })
  await keepCode(booth._id, { fileId: fileID, envVersion })
  return fileID
}

/** The booth's mini-program code: made once (such codes never expire), kept in storage, shown by a temporary address. */
export const boothCode: Handler<typeof orgContract.boothCode, BoothDoc> = async (_input, { subject: booth }) => {
  const scene = toScene({ kind: 'booth', id: booth._id })
  const kept = booth.code?.envVersion === wxaVersion() ? booth.code.fileId : null
  const urlOf = async (fileId: string) => (await tempUrls([fileId])).get(fileId)
  const url = (kept && (await urlOf(kept))) || (await urlOf(await makeCode(booth, scene)))
  if (!url) throw new AppError('SERVICE_BUSY')
  return { scene, url }
}
