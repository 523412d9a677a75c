import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
    return Number(readFileSync(lock, 'utf8')) || 0
  } catch {
    return 0
  }
}

const tryTake = () => {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    const pid = holder()
    if (pid > 0 && !alive(pid)) rmSync(lock, { force: true })
    return false
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
