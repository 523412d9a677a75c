import { createHash } from 'node:crypto'
import { platform } from '../kit/cloud'

export const sha256Of = (content: Buffer) => createHash('sha256').update(content).digest('hex')

/** Cloud path of one file of a backup. */
export const pathOf = (jobId: string, name: string) => `backup/${jobId}/${name}`

/** @returns file id */
export const writeFile = async (jobId: string, name: string, content: Buffer): Promise<string> =>
  (await platform.uploadFile({ cloudPath: pathOf(jobId, name), fileContent: content })).fileID

/** The file's content, or null where there is none. */
export const readFile = async (fileId: string): Promise<Buffer | null> => {
  try {
    return (await platform.downloadFile({ fileID: fileId })).fileContent
  } catch {
    return null
  }
}

export const deleteFiles = async (fileIds: readonly string[]): Promise<void> => {
  for (let start = 0; start < fileIds.length; start += 50)
    await platform.deleteFile({ fileList: fileIds.slice(start, start + 50) })
}
