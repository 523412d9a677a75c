import path from 'node:path'
import { lockFolder } from './cli/lock-folder'
import type { Options } from './cli/parse-options'
import { prepareFolder } from './cli/prepare-folder'
import { readEnvFile } from './cli/read-env-file'
import { openClock } from './clock/open-clock'
import type { CloudRooms } from './cloud-rooms'
import { openDatabase } from './database/open-database'
import { allDoors } from './doors/all-doors'
import { openHttp, type Http } from './doors/open-http'
import { openFaults } from './faults/open-faults'
import { openFunctionLog, type FunctionLog } from './functions/open-function-log'
import { openFunctions } from './functions/open-functions'
import type { CloudManifest } from './manifest/cloud-manifest'
import { readManifest } from './manifest/read-manifest'
import { applySeed, checkSeed, isEmpty } from './seed/apply-seed'
import { openPlatformStore } from './state/open-platform-store'
import { openStorage } from './storage/open-storage'
import { openTimers } from './timers/open-timers'
import { openVisits } from './wechat/open-visits'
import { openWeChat } from './wechat/open-wechat'

export type Cloud = { url: string; close: () => Promise<void> }

type Ground = { options: Options; manifest: CloudManifest; env: Record<string, string>; http: Http; log: FunctionLog }

const openRooms = ({ options, manifest, env, http, log }: Ground): CloudRooms => {
  const { dataDir: dir } = options
  const { url } = http
  const store = openPlatformStore(path.join(dir, 'platform.sqlite'))
  const clock = openClock(store)
  const faults = openFaults()
  const database = openDatabase({
    file: path.join(dir, 'database.sqlite'),
    collections: manifest.collections,
    now: clock.now,
  })
  const visits = openVisits(store, clock)
  const functions = openFunctions({ manifest, clock, faults, log, url, env })
  const wechat = openWeChat({ manifest, store, clock, faults, functions, visits })
  const storage = openStorage({ dir, url, envId: manifest.envId, store, clock })
  const timers = openTimers(manifest, clock, functions, options.timers)
  return { manifest, dir, url, clock, store, faults, database, functions, wechat, storage, timers }
}

const closeRooms = ({ timers, wechat, functions, database, store }: CloudRooms): void => {
  timers.close()
  wechat.mediaChecks.close()
  functions.close()
  database.close()
  store.close()
}

const fill = async (seedFile: string, rooms: CloudRooms): Promise<void> => {
  if (!isEmpty(rooms.database)) {
    process.stdout.write(`数据文件夹 ${rooms.dir} 里已有数据，保留现有数据，没有使用种子文件。\n`)
    return
  }
  const count = await applySeed(seedFile, rooms)
  process.stdout.write(`已从种子文件写入 ${count} 条记录。\n`)
}

/** Opens the whole cloud on one data folder. @throws BadDay with the one sentence to show; then nothing is left open. */
export const openCloud = async (options: Options): Promise<Cloud> => {
  const manifest = readManifest(options.manifestFile)
  const env = options.envFile ? readEnvFile(options.envFile) : {}
  if (options.seedFile) checkSeed(options.seedFile, manifest)
  prepareFolder(options.dataDir)
  const unlock = lockFolder(options.dataDir)
  let http: Http | undefined
  let log: FunctionLog | undefined
  let rooms: CloudRooms | undefined
  const close = async (): Promise<void> => {
    await http?.close()
    if (rooms) closeRooms(rooms)
    await log?.close()
    unlock()
  }
  try {
    http = await openHttp(options.port)
    log = openFunctionLog(options.dataDir)
    rooms = openRooms({ options, manifest, env, http, log })
    if (options.seedFile) await fill(options.seedFile, rooms)
    http.hang(allDoors(rooms))
    return { url: http.url, close }
  } catch (error) {
    await close()
    throw error
  }
}
