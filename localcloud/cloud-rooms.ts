import type { Clock } from './clock/open-clock'
import type { openDatabase } from './database/open-database'
import type { Faults } from './faults/open-faults'
import type { Functions } from './functions/open-functions'
import type { CloudManifest } from './manifest/cloud-manifest'
import type { PlatformStore } from './state/open-platform-store'
import type { Storage } from './storage/open-storage'
import type { Timers } from './timers/open-timers'
import type { WeChat } from './wechat/open-wechat'

export type DatabaseRoom = ReturnType<typeof openDatabase>

/** All rooms of one running cloud. */
export type CloudRooms = {
  manifest: CloudManifest
  /** Data folder. */
  dir: string
  url: string
  clock: Clock
  store: PlatformStore
  faults: Faults
  database: DatabaseRoom
  functions: Functions
  wechat: WeChat
  storage: Storage
  timers: Timers
}
