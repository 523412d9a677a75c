import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { withBuildLock } from '../lib/build-lock.mjs'
import { hashInputs } from '../lib/hash-inputs.mjs'
import { dist } from '../lib/paths.mjs'
import { placeFile, sweepWorkshop } from '../lib/place.mjs'
import { badDay, say } from '../lib/say.mjs'
import { targets } from './targets.mjs'

const stampOf = (name) => path.join(dist, '.stamps', name)

const isFresh = (name, hash) => {
  const stamp = stampOf(name)
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash) return false
  return targets[name].outputs.every((output) => existsSync(path.join(dist, output)))
}

const esbuildDetails = (error) =>
  (error.errors ?? [])
    .map(({ text, location }) => `${location ? `${location.file}:${location.line} ` : ''}${text}`)
    .join('\n')

const buildOne = async (name, hash) => {
  const { label, build } = targets[name]
  const started = Date.now()
  say(`正在构建${label}…`)
  rmSync(stampOf(name), { force: true })
  try {
    await build()
  } catch (error) {
    if (error.errors) throw badDay(`${label}没有构建成功，请按上面的信息修改后重试。`, esbuildDetails(error))
    throw error
  }
  placeFile(stampOf(name), hash)
  say(`${label}已构建（${((Date.now() - started) / 1000).toFixed(1)} 秒）`)
}

/**
 * Builds those of the named targets whose inputs changed, all at once; a fresh one costs a hash.
 * Throws a bad day when one fails; the others are finished first and nothing is left half-written.
 */
export const buildStale = async (names, { force = false } = {}) => {
  const hashes = Object.fromEntries(
    names.map((name) => [name, hashInputs(targets[name].inputs, [name, String(targets[name].period?.() ?? '')])]),
  )
  const stale = () => names.filter((name) => force || !isFresh(name, hashes[name]))
  if (stale().length === 0) return
  await withBuildLock(async () => {
    sweepWorkshop()
    const results = await Promise.allSettled(stale().map((name) => buildOne(name, hashes[name])))
    // esbuild keeps a helper process for as long as its module lives.
    await (await import('esbuild')).stop()
    const failed = results.filter((result) => result.status === 'rejected')
    if (failed.length === 0) return
    for (const { reason } of failed.slice(1)) say(`${reason.details ?? ''}\n${reason.message}`)
    throw failed[0].reason
  })
}
