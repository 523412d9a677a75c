import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { dist } from './paths.mjs'
import { say } from './say.mjs'

const lock = path.join(dist, '.stamps', 'lock')

const alive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const holder = () => {
  try {
    return { pid: Number(readFileSync(lock, 'utf8')), ageMs: Date.now() - statSync(lock).mtimeMs }
  } catch {
    return undefined
  }
}

// No build takes this long: its process number has passed to somebody else.
const tooOldMs = 15 * 60_000

const isAbandoned = ({ pid, ageMs }) => !(pid > 0) || !alive(pid) || ageMs > tooOldMs

/** A link is made whole or not at all: a process killed here leaves no lock without its number. */
const tryTake = () => {
  const mine = path.join(dist, '.build', `lock-${process.pid}`)
  try {
    mkdirSync(path.dirname(mine), { recursive: true })
    writeFileSync(mine, String(process.pid))
    linkSync(mine, lock)
    return true
  } catch {
    const found = holder()
    if (found && isAbandoned(found)) rmSync(lock, { force: true })
    return false
  } finally {
    rmSync(mine, { force: true })
  }
}

/** Runs `work` while no other build of this folder runs; a lock whose process died is taken over. */
export const withBuildLock = async (work) => {
  mkdirSync(path.dirname(lock), { recursive: true })
  for (let turn = 0; !tryTake(); turn += 1) {
    if (turn === 5) say('另一个构建正在进行，等它完成…')
    await sleep(200)
  }
  const release = () => rmSync(lock, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}
