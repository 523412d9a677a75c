import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import path from 'node:path'
import { threadId } from 'node:worker_threads'
import vm from 'node:vm'

type Bundle = {
  exports: unknown
  /** Keeps what was compiled until now for the next instance, where nothing fitting was kept yet. */
  keepCompiled: () => void
}

type Frame = (exports: unknown, require: NodeJS.Require, module: NodeJS.Module, file: string, folder: string) => void

/** Beside the local cloud: what lies there is run, so nobody else may write it. */
const shelf = path.join(__dirname, 'compiled')

const kept = (file: string): Buffer | undefined => {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

const put = (file: string, name: string, compiled: Buffer): void => {
  const part = `${file}.${process.pid}.${threadId}`
  try {
    mkdirSync(shelf, { recursive: true })
    writeFileSync(part, compiled)
    const old = readdirSync(shelf).filter((other) => other.startsWith(`${name}-`) && other.endsWith('.bin'))
    renameSync(part, file)
    for (const other of old) if (path.join(shelf, other) !== file) rmSync(path.join(shelf, other), { force: true })
  } catch {
    // A folder nobody can write to: every instance compiles for itself, as without.
    rmSync(part, { force: true })
  }
}

/**
 * Loads a function's bundle as `require` does. Compiling one takes longer than running it, and every instance of every
 * cloud runs the same: V8's compiled form is kept under the hash of the text.
 */
export const loadBundle = (entry: string, name: string): Bundle => {
  const text = readFileSync(entry, 'utf8')
  const hash = createHash('sha256').update(`${process.version} ${process.arch} ${entry}\n${text}`).digest('hex')
  const file = path.join(shelf, `${name}-${hash.slice(0, 24)}.bin`)
  const cachedData = kept(file)
  const script = new vm.Script(Module.wrap(text), { filename: entry, cachedData })
  const require = createRequire(entry)
  const module = Object.assign(new Module(entry), { filename: entry })
  require.cache[entry] = module
  const run = script.runInThisContext() as Frame
  run.call(module.exports, module.exports, require, module, entry, path.dirname(entry))
  module.loaded = true
  const isKept = cachedData !== undefined && script.cachedDataRejected !== true
  return {
    exports: module.exports,
    keepCompiled: () => {
      if (!isKept) put(file, name, script.createCachedData())
    },
  }
}
