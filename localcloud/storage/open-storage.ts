import { createHash, randomUUID } from 'node:crypto'
import type { Clock } from '../clock/open-clock'
import type { PlatformStore } from '../state/open-platform-store'
import { cloudPathOf, fileIdOf, isCloudPath } from './cloud-path'
import { openFiles } from './open-files'
import { openSigner } from './signer'

export const FILE_LIMIT = 10 * 1024 * 1024
const DEFAULT_AGE = 600
const MOST_URLS = 50

/** Why the storage refused; `code` as the cloud names it. */
export type StorageFault = { code: string; message: string }

export type Storage = {
  /** A `storage.*` request of the SDK. */
  admin: (request: Record<string, unknown>) => unknown
  /** Stores a file for a user (`owner`) or, without one, for the administrator. */
  save: (cloudPath: string, content: Buffer, owner?: string) => Promise<{ fileID: string } | StorageFault>
  remove: (cloudPath: string) => Promise<boolean>
  /** Whether an upload ticket given by `storage.getUploadMetadata` is for this path. */
  isTicket: (ticket: string, cloudPath: string) => boolean
  /** The file behind a temporary address, or undefined when the signature is wrong or too old. */
  open: (cloudPath: string, signature: string, expires: number) => Promise<Buffer | undefined>
}

type Options = { dir: string; url: string; envId: string; store: PlatformStore; clock: Clock }

const fault = (code: string, message: string): StorageFault => ({ code, message })
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

export const openStorage = ({ dir, url, envId, store, clock }: Options): Storage => {
  const files = openFiles(dir)
  const signer = openSigner(store)
  const ownerKey = (cloudPath: string): string => `file-owner/${cloudPath}`

  const temporaryUrl = (cloudPath: string, maxAge: number): string => {
    const expires = Math.floor(clock.now() / 1000) + maxAge
    return `${url}/file/${cloudPath}?sign=${signer.sign('get', cloudPath, expires)}&t=${expires}`
  }
  const downloadEntry = (item: unknown): unknown => {
    const { fileid, max_age: maxAge } = item as { fileid?: unknown; max_age?: unknown }
    const cloudPath = cloudPathOf(envId, String(fileid))
    if (!cloudPath || !files.has(cloudPath))
      return { fileID: fileid, tempFileURL: '', code: 'STORAGE_FILE_NONEXIST', message: 'file not exist' }
    const age = typeof maxAge === 'number' && maxAge > 0 ? maxAge : DEFAULT_AGE
    return { fileID: fileid, tempFileURL: temporaryUrl(cloudPath, age), maxAge: age, code: 'SUCCESS' }
  }
  const remove = async (cloudPath: string): Promise<boolean> => {
    store.remove(ownerKey(cloudPath))
    return files.remove(cloudPath)
  }
  const deleteEntry = async (fileId: unknown): Promise<unknown> => {
    const cloudPath = cloudPathOf(envId, String(fileId))
    const gone = cloudPath !== undefined && (await remove(cloudPath))
    return { fileID: fileId, code: gone ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' }
  }
  const uploadMetadata = (cloudPath: string): unknown => {
    if (!isCloudPath(cloudPath)) return fault('STORAGE_SIGN_PARAM_INVALID', `invalid cloud path: ${cloudPath}`)
    return {
      url: `${url}/cos/${cloudPath}`,
      token: 'local-token',
      authorization: signer.sign('put', cloudPath),
      fileId: fileIdOf(envId, cloudPath),
      cosFileId: createHash('md5').update(cloudPath).digest('hex'),
    }
  }
  const admin = async (request: Record<string, unknown>): Promise<unknown> => {
    switch (request.action) {
      case 'storage.getUploadMetadata':
        return uploadMetadata(String(request.path ?? ''))
      case 'storage.batchGetDownloadUrl': {
        const list = asList(request.file_list)
        if (list.length > MOST_URLS) return fault('INVALID_PARAM', `fileList must not exceed ${MOST_URLS}`)
        return { download_list: list.map(downloadEntry) }
      }
      case 'storage.batchDeleteFile': {
        const list = asList(request.fileid_list)
        if (list.length > MOST_URLS) return fault('INVALID_PARAM', `fileList must not exceed ${MOST_URLS}`)
        return { delete_list: await Promise.all(list.map(deleteEntry)) }
      }
      default:
        return fault('INVALID_PARAM', `action ${String(request.action)} is not supported`)
    }
  }

  return {
    admin: async (request) => {
      const data = await admin(request)
      const requestId = randomUUID()
      return typeof data === 'object' && data !== null && 'code' in data ? { ...data, requestId } : { requestId, data }
    },
    save: async (cloudPath, content, owner) => {
      if (!isCloudPath(cloudPath)) return fault('STORAGE_SIGN_PARAM_INVALID', '文件路径不合要求')
      if (content.length > FILE_LIMIT) return fault('STORAGE_EXCEED_SIZE', '文件超过 10 MB')
      // A user may write anew only what he put there himself.
      if (owner && files.has(cloudPath) && store.get<string>(ownerKey(cloudPath)) !== owner)
        return fault('STORAGE_EXCEED_AUTHORITY', '这个路径上已有别人的文件')
      try {
        await files.write(cloudPath, content)
      } catch {
        return fault('STORAGE_REQUEST_FAIL', '文件写不进数据文件夹')
      }
      if (owner) store.set(ownerKey(cloudPath), owner)
      else store.remove(ownerKey(cloudPath))
      return { fileID: fileIdOf(envId, cloudPath) }
    },
    remove,
    isTicket: (ticket, cloudPath) => signer.verify(ticket, 'put', cloudPath),
    open: async (cloudPath, signature, expires) => {
      const valid = signer.verify(signature, 'get', cloudPath, expires) && clock.now() / 1000 <= expires
      return valid && isCloudPath(cloudPath) ? files.read(cloudPath) : undefined
    },
  }
}
