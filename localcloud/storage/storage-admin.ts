import { createHash } from 'node:crypto'
import { cloudPathOf, fileIdOf, isCloudPath } from './cloud-path'
import { storageFault, type StorageGround } from './open-storage'

const DEFAULT_AGE = 600
const MOST_FILES = 50

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Answers the SDK's `storage.*` requests: data, or a fault with a code. */
export const openStorageAdmin = ({ url, envId, clock, files, signer, remove }: StorageGround) => {
  const uploadMetadata = (cloudPath: string): unknown => {
    if (!isCloudPath(cloudPath)) return storageFault('STORAGE_SIGN_PARAM_INVALID', `invalid cloud path: ${cloudPath}`)
    return {
      url: `${url}/cos/${cloudPath}`,
      token: 'local-token',
      authorization: signer.sign('put', cloudPath),
      fileId: fileIdOf(envId, cloudPath),
      cosFileId: createHash('md5').update(cloudPath).digest('hex'),
    }
  }
  const temporaryUrl = (cloudPath: string, maxAge: number): string => {
    const expires = Math.floor(clock.now() / 1000) + maxAge
    return `${url}/file/${cloudPath}?sign=${signer.sign('get', cloudPath, expires)}&t=${expires}`
  }
  const downloadEntry = (item: unknown): unknown => {
    const { fileid, max_age: maxAge } = item as { fileid?: unknown; max_age?: unknown }
    const cloudPath = cloudPathOf(envId, String(fileid))
    if (!cloudPath || !files.has(cloudPath))
      return { fileID: fileid, tempFileURL: '', code: 'STORAGE_FILE_NONEXIST', message: 'file not exist' }
    const age = typeof maxAge === 'number' && maxAge > 0 ? Math.floor(maxAge) : DEFAULT_AGE
    return { fileID: fileid, tempFileURL: temporaryUrl(cloudPath, age), maxAge: age, code: 'SUCCESS' }
  }
  const deleteEntry = async (fileId: unknown): Promise<unknown> => {
    const cloudPath = cloudPathOf(envId, String(fileId))
    const gone = cloudPath !== undefined && (await remove(cloudPath))
    return { fileID: fileId, code: gone ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' }
  }
  return async (request: Record<string, unknown>): Promise<unknown> => {
    const list = asList(request.file_list ?? request.fileid_list)
    if (list.length > MOST_FILES) return storageFault('INVALID_PARAM', `fileList must not exceed ${MOST_FILES}`)
    switch (request.action) {
      case 'storage.getUploadMetadata':
        return uploadMetadata(String(request.path ?? ''))
      case 'storage.batchGetDownloadUrl':
        return { download_list: list.map(downloadEntry) }
      case 'storage.batchDeleteFile':
        return { delete_list: await Promise.all(list.map(deleteEntry)) }
      default:
        return storageFault('INVALID_PARAM', `action ${String(request.action)} is not supported`)
    }
  }
}
