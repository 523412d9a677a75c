import { AppError } from 'types/app-error'
import { platform } from './cloud'
import { openapiCode } from './platform-error'
import { tempUrls } from './files'

const scenes = { profile: 1, comment: 2, forum: 3, log: 4 } as const
const maxChars = 2500

/**
 * WeChat's check of a person's text (msgSecCheck v2).
 * @returns 'pass', or 'review' where a human must look (also while WeChat is unreachable: a report must not be lost)
 * @throws AppError CONTENT_RISKY
 */
export const checkText = async (
  openid: string,
  content: string,
  scene: keyof typeof scenes,
): Promise<'pass' | 'review'> => {
  try {
    const data = { version: 2, openid, scene: scenes[scene], content: content.slice(0, maxChars) }
    const { result } = await platform.openapi.security.msgSecCheck(data)
    if (result.suggest === 'risky') throw new AppError('CONTENT_RISKY')
    return result.suggest
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown
    // 61010: the person was not in the mini-program within two hours (a queued report sent late). Others: WeChat is down.
    return openapiCode(thrown) === undefined || openapiCode(thrown) !== 87014
      ? 'review'
      : Promise.reject(new AppError('CONTENT_RISKY'))
  }
}

/**
 * Asks WeChat to look at pictures; its word arrives later as `wxa_media_check`.
 * @returns file id → trace id; a picture WeChat did not take is absent and must be looked at by a person
 */
export const requestPictureChecks = async (
  openid: string,
  fileIds: readonly string[],
): Promise<Map<string, string>> => {
  const traces = new Map<string, string>()
  const urls = await tempUrls(fileIds)
  for (const [fileId, mediaUrl] of urls) {
    try {
      const data = { version: 2, openid, scene: scenes.log, mediaType: 2, mediaUrl }
      traces.set(fileId, (await platform.openapi.security.mediaCheckAsync(data)).traceId)
    } catch {
      // Stays without a trace: the sweep marks it for a person after 30 minutes.
    }
  }
  return traces
}
