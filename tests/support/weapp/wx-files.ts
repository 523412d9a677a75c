import { api, refusal } from './answer'

export const userFolder = 'wxfile://usr'

/** Files of one phone: name → bytes. */
export type PhoneFiles = Map<string, Uint8Array>

const bufferOf = (bytes: Uint8Array) => bytes.slice().buffer

const encode = (data: unknown): Uint8Array =>
  typeof data === 'string' ? new TextEncoder().encode(data) : new Uint8Array(data as ArrayBuffer)

/** A temporary file, as the camera or a compressor leaves one. */
export const temporaryFile = (files: PhoneFiles, bytes: Uint8Array, extension = 'jpg'): string => {
  const name = `http://tmp/${files.size}-${bytes.length}.${extension}`
  files.set(name, bytes)
  return name
}

/** What wx.getFileSystemManager() answers. */
export const fileSystem = (files: PhoneFiles) => {
  const bytesOf = (name: string, path: string) => {
    const bytes = files.get(path)
    if (!bytes) throw refusal(name, `no such file or directory "${path}"`)
    return bytes
  }
  const read = (path: string, encoding?: string) => {
    const bytes = bytesOf('readFile', path)
    if (encoding === undefined) return bufferOf(bytes)
    return Buffer.from(bytes).toString(encoding === 'base64' ? 'base64' : 'utf8')
  }
  const write = (path: string, data: unknown) => void files.set(path, encode(data))
  type At = { filePath: string; path: string; encoding?: string; data: unknown; srcPath: string; destPath: string }
  return {
    readFileSync: read,
    writeFileSync: write,
    mkdirSync: () => undefined,
    accessSync: (path: string) => void bytesOf('access', path),
    unlinkSync: (path: string) => void files.delete(path),
    readFile: api<At>('readFile', ({ filePath, encoding }) => ({ data: read(filePath, encoding) })),
    writeFile: api<At>('writeFile', ({ filePath, data }) => write(filePath, data)),
    mkdir: api('mkdir', () => undefined),
    access: api<At>('access', ({ path }) => void bytesOf('access', path)),
    copyFile: api<At>('copyFile', ({ srcPath, destPath }) => void files.set(destPath, bytesOf('copyFile', srcPath))),
    unlink: api<At>('unlink', ({ filePath }) => {
      if (!files.delete(filePath)) throw refusal('unlink', `no such file or directory "${filePath}"`)
    }),
    getFileInfo: api<At>('getFileInfo', ({ filePath }) => ({ size: bytesOf('getFileInfo', filePath).length })),
    stat: api<At>('stat', ({ path }) => ({ stats: { size: bytesOf('stat', path).length } })),
    saveFile: api<At & { tempFilePath: string }>('saveFile', ({ tempFilePath, filePath }) => {
      const savedFilePath = filePath ?? `${userFolder}/saved-${files.size}`
      files.set(savedFilePath, bytesOf('saveFile', tempFilePath))
      files.delete(tempFilePath)
      return { savedFilePath }
    }),
  }
}
