import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { badDay } from './bad-day'

/** Makes the data folder and tries a write in it. @throws BadDay */
export const prepareFolder = (dataDir: string): void => {
  const probe = path.join(dataDir, `.probe-${process.pid}`)
  try {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(probe, '')
    rmSync(probe)
  } catch {
    throw badDay(`数据文件夹 ${dataDir} 不能写入，请检查权限和磁盘空间，或用 --data 换一个文件夹。`)
  }
}
