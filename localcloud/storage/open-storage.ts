import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock/open-clock'
import type { PlatformStore } from '../state/open-platform-store'
import { fileIdOf, isCloudPath } from './cloud-path'
import { openFiles, type Files } from './open-files'
import { openSigner, type Signer } from './signer'
import { openStorageAdmin } from './storage-admin'

export const FILE_LIMIT = 10 * 1024 * 1024

/** Why the storage refused; `code` as the cloud names it. */
export type StorageFault = { code: string; message: string }

export const storageFault = (code: string, message: string): StorageFault => ({ code, message })

export const isStorageFault = (value: unknown): value is StorageFault =>
  typeof value === 'object' && value !== null && 'code' in value

export type Storage = {
  /** A `storage.*` request of the SDK. */
  admin: (request: Record<string, unknown>) => Promise<unknown>
  /** Stores a file for a user (`owner`) or, without one, for the administrator. */
  save: (cloudPath: string, content: Buffer, owner?: string) => Promise<{ fileID: string } | StorageFault>
  remove: (cloudPath: string) => Promise<boolean>
  /** Whether an upload ticket given by `storage.getUploadMetadata` is for this path. */
  isTicket: (ticket: string, cloudPath: string) => boolean
  /** The file behind a temporary address, or undefined when the signature is wrong or too old. */
  open: (cloudPath: string, signature: string, expires: number) => Promise<Buffer | undefined>
}

export type StorageOptions = { dir: string; url: string; envId: string; store: PlatformStore; clock: Clock }

export type StorageGround = StorageOptions & { files: Files; signer: Signer; remove: Storage['remove'] }

export const openStorage = (options: StorageOptions): Storage => {
  const { dir, envId, store, clock } = options
  const files = openFiles(dir)
  const signer = openSigner(store)
  const ownerKey = (cloudPath: string): string => `file-owner/${cloudPath}`
  const remove = async (cloudPath: string): Promise<boolean> => {
    store.remove(ownerKey(cloudPath))
    return files.remove(cloudPath)
  }
  const admin = openStorageAdmin({ ...options, files, signer, remove })
  return {
    admin: async (request) => {
      const data = await admin(request)
      const requestId = randomUUID()
      return isStorageFault(data) ? { ...data, requestId } : { requestId, data }
    },
    save: async (cloudPath, content, owner) => {
      if (!isCloudPath(cloudPath)) return storageFault('STORAGE_SIGN_PARAM_INVALID', '文件路径不合要求')
      if (content.length > FILE_LIMIT) return storageFault('STORAGE_EXCEED_SIZE', '文件超过 10 MB')
      // A user may write anew only what he put there himself.
      if (owner && files.has(cloudPath) && store.get<string>(ownerKey(cloudPath)) !== owner)
        return storageFault('STORAGE_EXCEED_AUTHORITY', '这个路径上已有别人的文件')
      try {
        await files.write(cloudPath, content)
      } catch {
        return storageFault('STORAGE_REQUEST_FAIL', '文件写不进数据文件夹')
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
