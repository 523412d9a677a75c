import type { Picture } from 'types/fields'
import { platform } from './cloud'

/** A stored file with the latest word of the content check. */
export type StoredFile = { fileId: string; check: Picture['check'] }

const maxAge = 600
const perCall = 50

/** File id → temporary address (10 minutes); ids that do not exist are absent. Not a database trip. */
export const tempUrls = async (fileIds: readonly string[]): Promise<Map<string, string>> => {
  const urls = new Map<string, string>()
  const ids = [...new Set(fileIds)]
  for (let start = 0; start < ids.length; start += perCall) {
    const fileList = ids.slice(start, start + perCall).map((fileID) => ({ fileID, maxAge }))
    const reply = await platform.getTempFileURL({ fileList })
    for (const file of reply.fileList) if (file.tempFileURL) urls.set(file.fileID, file.tempFileURL)
  }
  return urls
}

/** Pictures as a person may see them: one that failed the check, or is gone, has no address. */
export const toPictures = async (files: readonly StoredFile[]): Promise<Picture[]> => {
  const urls = await tempUrls(files.filter((file) => file.check !== 'risky').map((file) => file.fileId))
  return files.map((file) => ({ ...file, url: urls.get(file.fileId) ?? '' }))
}
