import { rmSync } from 'node:fs'
import path from 'node:path'
import { lockFolder } from './cli/lock-folder'
import type { Options } from './cli/parse-options'
import { prepareFolder } from './cli/prepare-folder'
import { readEnvFile } from './cli/read-env-file'
import { openClock } from './clock/open-clock'
import type { CloudRooms } from './cloud-rooms'
import { openDatabase } from './database/open-database'
import { allDoors } from './doors/all-doors'
import { anewDoor, type Filling } from './doors/anew-door'
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

/** What a data folder holds, opened: it is opened anew when the folder is filled anew. */
type Kept = Pick<CloudRooms, 'database' | 'wechat' | 'storage'>
type Lasting = Omit<CloudRooms, keyof Kept>

const databaseFile = (dir: string): string => path.join(dir, 'database.sqlite')

const openKept = ({ manifest, dir, url, store, clock, faults, functions }: Lasting): Kept => {
  const file = databaseFile(dir)
  const database = openDatabase({ file, collections: manifest.collections, now: clock.now })
  clock.onMove(database.expire)
  const visits = openVisits(store, clock)
  const wechat = openWeChat({ manifest, store, clock, faults, functions, visits })
  const storage = openStorage({ dir, url, envId: manifest.envId, store, clock })
  return { database, wechat, storage }
}

const openRooms = ({ options, manifest, env, http, log }: Ground): CloudRooms => {
  const { dataDir: dir } = options
  const { url } = http
  const store = openPlatformStore(path.join(dir, 'platform.sqlite'))
  const clock = openClock(store)
  const faults = openFaults()
  const functions = openFunctions({ manifest, clock, faults, log, url, env })
  const timers = openTimers(manifest, clock, functions, options.timers)
  const lasting = { manifest, dir, url, clock, store, faults, functions, timers }
  return { ...lasting, ...openKept(lasting) }
}

const closeKept = ({ wechat, database }: Kept): void => {
  wechat.mediaChecks.close()
  database.close()
}

const removeKept = (dir: string): void => {
  for (const end of ['', '-wal', '-shm']) rmSync(`${databaseFile(dir)}${end}`, { force: true })
  rmSync(path.join(dir, 'files'), { recursive: true, force: true })
}

const closeRooms = (rooms: CloudRooms): void => {
  rooms.timers.close()
  rooms.functions.close()
  closeKept(rooms)
  rooms.store.close()
}

const fill = async (seedFile: string, rooms: CloudRooms): Promise<void> => {
  if (!isEmpty(rooms.database)) {
    process.stdout.write(`数据文件夹 ${rooms.dir} 里已有数据，保留现有数据，没有使用种子文件。\n`)
    return
  }
  const count = await applySeed(seedFile, rooms)
  process.stdout.write(`已从种子文件写入 ${count} 条记录。\n`)
}

/**
 * Empties the folder and fills it from a seed, as if it had been opened a moment ago, once no call is left. Warm
 * functions keep what they have in memory.
 */
const fillAnew = async (rooms: CloudRooms, { seedFile, now, cold }: Filling): Promise<CloudRooms> => {
  if (seedFile) checkSeed(seedFile, rooms.manifest)
  rooms.faults.clear()
  await rooms.functions.rest()
  if (cold) rooms.functions.chill()
  closeKept(rooms)
  removeKept(rooms.dir)
  rooms.store.clear()
  rooms.clock.move({ reset: true })
  const fresh = { ...rooms, ...openKept(rooms) }
  if (seedFile) await fill(seedFile, fresh)
  if (now !== undefined) rooms.clock.move({ now })
  rooms.timers.aim()
  return fresh
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
    log?.close()
    unlock()
  }
  try {
    http = await openHttp(options.port)
    log = openFunctionLog(options.dataDir, options.quiet)
    rooms = openRooms({ options, manifest, env, http, log })
    if (options.seedFile) await fill(options.seedFile, rooms)
    const hang = (opened: CloudRooms): void => {
      rooms = opened
      http?.hang([...allDoors(opened), anewDoor(async (filling) => hang(await fillAnew(opened, filling)))])
    }
    hang(rooms)
    return { url: http.url, close }
  } catch (error) {
    await close()
    throw error
  }
}
