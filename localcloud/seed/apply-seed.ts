import { badDay } from '../cli/bad-day'
import type { Clock } from '../clock/open-clock'
import type { DatabaseRoom } from '../cloud-rooms'
import type { CloudManifest } from '../manifest/cloud-manifest'
import type { Storage } from '../storage/open-storage'
import type { WeChat } from '../wechat/open-wechat'
import { parseSeedLine, type SeedLine } from './parse-seed-line'
import { linesOf } from './seed-lines'

type Rooms = { manifest: CloudManifest; database: DatabaseRoom; storage: Storage; clock: Clock; wechat: WeChat }

const broken = (file: string, number: number, reason: string): Error =>
  badDay(`种子文件 ${file} 第 ${number} 行读不懂（${reason}），什么也没有写入，请改正后再试。`)

const reasonOf = (error: unknown): string => {
  const text = error instanceof Error ? error.message : String(error)
  if (text.includes('E11000')) return '与前面的记录重复'
  return text.includes('EJSON') ? '文档不是有效的 EJSON' : text
}

const readSeed = function* (file: string, collections: Set<string>, at: { line: number }): Generator<SeedLine> {
  for (const text of linesOf(file)) {
    at.line += 1
    const line = parseSeedLine(text, collections)
    if (typeof line === 'string') throw broken(file, at.line, line)
    yield line
  }
}

const documentTexts = function* (lines: Iterable<SeedLine>): Generator<string> {
  for (const line of lines) if (line.kind === 'document') yield line.text
}

/** Whether the database holds no document at all. */
export const isEmpty = (database: DatabaseRoom): boolean => {
  const { done } = database.exportLines()[Symbol.iterator]().next()
  return done === true
}

/** Reads a seed through without keeping it. @throws BadDay naming the first broken line */
export const checkSeed = (file: string, manifest: CloudManifest): void => {
  const collections = new Set(manifest.collections.map(({ name }) => name))
  let read = 0
  for (const line of readSeed(file, collections, { line: 0 })) read += line.kind === 'blank' ? 0 : 1
  if (read === 0) throw badDay(`种子文件 ${file} 是空的，请先运行 npm run build 重新生成，或换一个种子文件。`)
}

/**
 * Fills the empty folder from a seed. The documents go in by one transaction at the end, which is the moment the seed
 * is applied: before it the folder still counts as empty, and on failure the files are taken back.
 * @returns number of documents
 */
export const applySeed = async (
  file: string,
  { manifest, database, storage, clock, wechat }: Rooms,
): Promise<number> => {
  const collections = new Set(manifest.collections.map(({ name }) => name))
  const written: string[] = []
  const at = { line: 0 }
  try {
    for (const line of readSeed(file, collections, at)) {
      if (line.kind === 'meta') clock.move({ now: line.now })
      // Set outright: filled a second time it is the same.
      if (line.kind === 'consent') wechat.consents.setQuota(line.openid, line.template, line.quota)
      if (line.kind !== 'file') continue
      const saved = await storage.save(line.path, line.content)
      if ('code' in saved) throw broken(file, at.line, saved.message)
      written.push(line.path)
    }
    at.line = 0
    return database.importLines(documentTexts(readSeed(file, collections, at)))
  } catch (error) {
    clock.move({ reset: true })
    for (const cloudPath of written) await storage.remove(cloudPath)
    if (error instanceof Error && error.name === 'BadDay') throw error
    throw broken(file, at.line, reasonOf(error))
  }
}
