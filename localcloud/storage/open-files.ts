import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { writeFileWhole } from './write-file-whole'

/** The stored files on disk: one file a cloud path under `files/`. */
export type Files = {
  has: (cloudPath: string) => boolean
  read: (cloudPath: string) => Promise<Buffer | undefined>
  write: (cloudPath: string, content: Buffer) => Promise<void>
  /** @returns false when there was none. */
  remove: (cloudPath: string) => Promise<boolean>
}

export const openFiles = (dataDir: string): Files => {
  const root = path.join(dataDir, 'files')
  const staging = path.join(dataDir, 'staging')
  // What lies here was being written when the process died.
  rmSync(staging, { recursive: true, force: true })
  mkdirSync(staging, { recursive: true })
  mkdirSync(root, { recursive: true })
  const place = (cloudPath: string): string => path.join(root, cloudPath)
  const has = (cloudPath: string): boolean => existsSync(place(cloudPath))
  return {
    has,
    read: (cloudPath) => readFile(place(cloudPath)).catch(() => undefined),
    write: (cloudPath, content) => writeFileWhole(staging, place(cloudPath), content),
    remove: async (cloudPath) => {
      if (!has(cloudPath)) return false
      await rm(place(cloudPath), { force: true })
      return true
    },
  }
}
