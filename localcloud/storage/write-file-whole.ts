import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Writes a file so that after a crash it is there whole or not at all. `staging` lies on the same disk. */
export const writeFileWhole = async (staging: string, file: string, content: Buffer): Promise<void> => {
  const part = path.join(staging, randomUUID())
  const handle = await open(part, 'wx')
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  try {
    await mkdir(path.dirname(file), { recursive: true })
    await rename(part, file)
    await syncFolder(path.dirname(file))
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
