const { mkdtempSync, readdirSync, rmSync, statfsSync } = require('node:fs')
const { tmpdir } = require('node:os')
const path = require('node:path')

const NAME = 'ankang-test-'
const inMemory = '/dev/shm'
const ROOMY = 2 * 1024 ** 3

const isRoomy = (folder) => {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize >= ROOMY
  } catch {
    return false
  }
}

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const remove = (folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })

/** What a run that was killed could not clear away. */
const sweep = (home) => {
  const old = readdirSync(home).filter((name) => name.startsWith(NAME))
  for (const name of old) if (!isAlive(Number(name.slice(NAME.length).split('-')[0]))) remove(path.join(home, name))
}

/**
 * Makes one folder for everything a test run writes, names it as TMPDIR for this process and those it starts, and
 * removes it at the end. It lies in memory where there is room: thousands of clouds' commits would else wait for a disk,
 * and none of it has to outlive the machine.
 */
exports.openScratch = () => {
  const home = isRoomy(inMemory) ? inMemory : tmpdir()
  sweep(home)
  process.env.TMPDIR = mkdtempSync(path.join(home, `${NAME}${process.pid}-`))
  const folder = process.env.TMPDIR
  // Says that what lies there is of this run alone.
  process.env.TEST_SCRATCH = folder
  process.on('exit', () => remove(folder))
}
