import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { loadTs } from './load-ts.mjs'
import { badDay } from './say.mjs'

export const sha256 = (content) => createHash('sha256').update(content).digest('hex')
export const manifestName = 'manifest.json'

// First beside, then in place: a download that breaks off leaves no half file under a real name.
export const writeWhole = (file, content) => {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(`${file}.part`, content)
  renameSync(`${file}.part`, file)
}

const linesOf = (content) => content.toString('utf8').split('\n').filter(Boolean)

/** A backup in a folder: `backup/<id>/` with the manifest and its parts, `files/<cloud path>`, `files.json`. */
export const openFolder = (folder) => {
  const jobs = path.join(folder, 'backup')
  const ids = existsSync(jobs) ? readdirSync(jobs).filter((id) => existsSync(path.join(jobs, id, manifestName))) : []
  if (ids.length === 0) throw badDay(`${folder} 里没有备份：应有 backup/<编号>/${manifestName}，请核对文件夹。`)
  if (ids.length > 1) throw badDay(`${folder} 里有 ${ids.length} 份备份，请每份放在自己的文件夹里。`)
  const id = ids[0]
  const manifest = JSON.parse(readFileSync(path.join(jobs, id, manifestName), 'utf8'))
  const read = (name) => {
    const file = path.join(jobs, id, name)
    if (!existsSync(file)) throw badDay(`备份缺少文件 backup/${id}/${name}，请重新下载。`)
    return readFileSync(file)
  }
  const partsOf = (collection) => manifest.parts.filter((part) => part.collection === collection)
  return {
    id,
    manifest,
    read,
    pathOf: (name) => `backup/${id}/${name}`,
    /** Parsed lines of every part of one collection. */
    linesOf: (collection) => partsOf(collection).flatMap(({ name }) => linesOf(read(name))),
    fileOf: (cloudPath) => path.join(folder, 'files', ...cloudPath.split('/')),
    listFile: path.join(folder, 'files.json'),
  }
}

/** Cloud paths of the stored files the backup's documents name and that were there. */
export const storedPaths = (folder) => {
  const { prefix } = folder.manifest
  const found = folder
    .linesOf('@files')
    .map((line) => JSON.parse(line))
    .filter(({ fileId, present }) => present && fileId.startsWith(prefix))
    .map(({ fileId }) => fileId.slice(prefix.length))
  return [...new Set(found)].sort()
}

const checkParts = (folder, { manifestDigest }) => {
  const { manifest } = folder
  if (manifest.digest !== manifestDigest(manifest)) throw badDay('备份清单被改动过，请使用原来的备份。')
  for (const part of manifest.parts) {
    const content = folder.read(part.name)
    if (content.length !== part.bytes || sha256(content) !== part.sha256)
      throw badDay(`备份文件 ${part.name} 与清单不符，请重新下载。`)
    if (linesOf(content).length !== part.documents) throw badDay(`备份文件 ${part.name} 的条数与清单不符。`)
  }
}

const eventFields = ['seq', 'at', 'by', 'name', 'verb', 'act', 'from', 'to', 'data', 'hash']
const bare = (event) => Object.fromEntries(eventFields.map((key) => [key, event[key]]))

/** Recomputes the chain of every subject. @returns how many subjects */
const checkChains = (events, { verifyChain }) => {
  const subjects = new Map()
  for (const event of events) subjects.set(event.subjectId, [...(subjects.get(event.subjectId) ?? []), event])
  for (const [subjectId, chain] of subjects) {
    const ordered = chain.sort((left, right) => left.seq - right.seq)
    const verdict = verifyChain(ordered.map(bare))
    const gap = ordered.findIndex((event, index) => event.seq !== index + 1)
    if (!verdict.ok || gap !== -1)
      throw badDay(`操作留痕断裂：${subjectId} 的第 ${(verdict.ok ? gap : verdict.index) + 1} 条被改动或缺失。`)
  }
  return subjects.size
}

/** Seals every day again. @returns how many days */
const checkHeads = (events, heads, { byTimeAndId, foldEvent, openDay }, { dateOf }) => {
  const days = heads.filter(({ state }) => state === 'sealed').sort((left, right) => (left._id < right._id ? -1 : 1))
  for (const [index, { _id: day, previous, head }] of days.entries()) {
    const own = events.filter(({ at }) => dateOf(at) === day).sort(byTimeAndId)
    const sealed = own.reduce(foldEvent, openDay(previous, day))
    if (sealed !== head || (index > 0 && previous !== days[index - 1].head))
      throw badDay(`${day} 的操作留痕与当天封存的校验码不符，请与管理员收到的校验码 ${head.slice(0, 20)} 核对。`)
  }
  return days.length
}

const checkFiles = (folder) => {
  const known = existsSync(folder.listFile) ? JSON.parse(readFileSync(folder.listFile, 'utf8')) : null
  const list = {}
  for (const cloudPath of storedPaths(folder)) {
    const file = folder.fileOf(cloudPath)
    if (!existsSync(file)) throw badDay(`缺少文件 files/${cloudPath}，请重新下载。`)
    const content = readFileSync(file)
    list[cloudPath] = { bytes: content.length, sha256: sha256(content) }
    if (known && known[cloudPath]?.sha256 !== list[cloudPath].sha256)
      throw badDay(`文件 files/${cloudPath} 与下载时不同，请重新下载。`)
  }
  // Files fetched by other tools are noted at the first check.
  if (!known) writeWhole(folder.listFile, `${JSON.stringify(list, null, 2)}\n`)
  return Object.keys(list).length
}

/** Checks everything a folder holds against its hashes. @throws BadDay naming the first thing that does not fit */
export const checkFolder = async (folder) => {
  const [backup, lines, chain, dayHead, calendar] = await Promise.all(
    ['backup', 'backup-lines', 'chain', 'day-head', 'calendar'].map((name) => loadTs(`types/${name}.ts`)),
  )
  checkParts(folder, backup)
  const [events, heads] = ['events', 'heads'].map((name) => folder.linesOf(name).map(lines.decodeLine))
  return {
    documents: folder.manifest.documents,
    subjects: checkChains(events, chain),
    days: checkHeads(events, heads, dayHead, calendar),
    files: checkFiles(folder),
  }
}
