import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { badDay } from './bad-day'

type Holder = { pid: number; born: string }

/** When a process was started, so that a reused pid is not taken for it; empty where the system does not tell. */
const birthOf = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

const isRunning = ({ pid, born }: Holder): boolean => {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it runs, under another user.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  return born === '' || birthOf(pid) === born
}

const holderOf = (file: string): Holder | undefined => {
  try {
    const { pid, born } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>
    return typeof pid === 'number' ? { pid, born: String(born ?? '') } : undefined
  } catch {
    return undefined
  }
}

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST'

/**
 * Takes the folder for this process. A lock left behind by a process that is gone is taken over.
 * @returns the release
 * @throws BadDay when another instance holds it
 */
export const lockFolder = (dataDir: string): (() => void) => {
  const file = path.join(dataDir, 'lock')
  const mine = JSON.stringify({ pid: process.pid, born: birthOf(process.pid) })
  const take = (attempts: number): void => {
    try {
      writeFileSync(file, mine, { flag: 'wx' })
    } catch (error) {
      if (!isTaken(error)) throw error
      const holder = holderOf(file)
      if (attempts === 0 || (holder && isRunning(holder)))
        throw badDay(
          `数据文件夹 ${dataDir} 正被另一个本地云使用（进程 ${holder?.pid ?? '未知'}），请先关掉它，或用 --data 换一个文件夹。`,
        )
      const stale = `${file}.${process.pid}`
      renameSync(file, stale)
      rmSync(stale, { force: true })
      take(attempts - 1)
    }
  }
  take(3)
  return () => {
    if (holderOf(file)?.pid === process.pid) rmSync(file, { force: true })
  }
}
