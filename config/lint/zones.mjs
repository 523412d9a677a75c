import path from 'node:path'

const rooms = ['types', 'src', 'cloudfunctions', 'localcloud', 'config', 'tests', 'docs', 'dist']
const shells = ['pages', 'packages']

/** Repository path (POSIX, no leading slash) of what `source` names when imported from `from`; null for a package. */
export const resolveImport = (from, source) => {
  if (source.startsWith('@/')) return path.posix.normalize(`src/${source.slice(2)}`)
  if (source.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(from), source))
  const [first, second] = source.split('/')
  return second !== undefined && rooms.includes(first) ? source : null
}

/** `{ room, part, name }` of a repository path: room `src`, part `features`, name `quiz`. */
export const zoneOf = (file) => {
  const [room, part = '', name = ''] = file.split('/')
  return { room, part, name: name.replace(/\.[a-z.]+$/, '') }
}

const insideSrc = (from, to) => {
  if (from.part === 'features' && to.part === 'features' && from.name !== to.name)
    return 'one feature never imports another; share through src/lib or src/components'
  if (from.part === 'packages' && to.part === 'packages' && from.name !== to.name)
    return 'one subpackage never imports another'
  if (shells.includes(to.part) && !shells.includes(from.part)) return 'only the app shell knows pages and packages'
  if (from.part === 'pages' && to.part === 'packages') return 'the main package never imports a subpackage'
  const isShell = shells.includes(from.part) || from.part.startsWith('app.') || from.part === 'features'
  if (to.part === 'features' && !isShell) return 'shared code of src never imports a feature'
  return null
}

const insideCloudfunctions = (from, to) => {
  if (from.part === to.part || to.part === 'kit') return null
  if (from.part === 'kit') return 'kit never imports a domain'
  return 'one domain never imports another; domains meet through documents and the outbox'
}

/** Why the file `from` may not import the file `to` (repository paths), or null where it may. */
export const refusedArrow = (fromFile, toFile) => {
  const from = zoneOf(fromFile)
  const to = zoneOf(toFile)
  if (!rooms.includes(from.room) || from.room === 'tests') return null
  if (to.room === from.room) {
    if (from.room === 'src') return insideSrc(from, to)
    return from.room === 'cloudfunctions' ? insideCloudfunctions(from, to) : null
  }
  const allowed = { src: ['types'], cloudfunctions: ['types'], config: ['types'], types: [], localcloud: [] }[from.room]
  if (allowed === undefined || allowed.includes(to.room)) return null
  return `${from.room} never imports ${to.room}`
}

const sdk = 'wx-server-sdk'
const pureTypes = [/^zod(\/|$)/, /^dayjs(\/|$)/, /^@noble\/hashes(\/|$)/]

/** Why the file `from` may not import the package `name`, or null where it may. */
export const refusedPackage = (fromFile, name) => {
  const from = zoneOf(fromFile)
  const zodFiles = ['types/zod.ts', 'config/phone/zod-locales.mjs']
  if (/^zod(\/|$)/.test(name) && !zodFiles.includes(fromFile))
    return 'only types/zod.ts imports zod; import z from there'
  if ((name === sdk || name.startsWith('@cloudbase/')) && !['tests', 'localcloud'].includes(from.room))
    return fromFile.startsWith('cloudfunctions/kit/') ? null : `only cloudfunctions/kit imports ${sdk}`
  if (from.room === 'types' && !pureTypes.some((pattern) => pattern.test(name)))
    return 'types stays pure: zod (through types/zod.ts), dayjs and @noble/hashes only'
  if (from.room === 'src' && /^node:/.test(name)) return 'the phone has no Node'
  return null
}
