import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openCloudDoors, type CloudDoors } from './cloud-doors'
import { spawnCloud, type CloudProcess } from './cloud-process'
import { openHttpClient } from './http-client'

export type CloudOptions = {
  /** Manifest file; `dist/cloud.json` when absent. */
  manifest?: string
  /** Seed file, or true for the one the build made. */
  seed?: string | true
  /** Variables of the functions, or a file with KEY=VALUE lines. */
  env?: Record<string, string> | string
  /** Data folder to open; a temporary one, removed by `stop`, when absent. */
  dataDir?: string
  port?: number
  /** Whether timers fire by themselves; off unless asked for, so that tests decide when. */
  timers?: boolean
}

export type Cloud = CloudDoors & {
  url: string
  /** Data folder. */
  dir: string
  process: CloudProcess
  /** What the cloud and its functions printed. */
  printed: () => string
  /** Ends it properly and removes a temporary data folder. */
  stop: () => Promise<void>
  /** Kills it without warning; the data folder stays, to be opened again with `dataDir`. */
  kill9: () => Promise<void>
}

/** Folders made here; `stop` removes the one it ran on, also when it was opened again after a kill. */
const temporary = new Set<string>()

const removeTemporary = (...folders: string[]): void => {
  for (const folder of folders) if (temporary.delete(folder)) rmSync(folder, { recursive: true, force: true })
}

const envFileOf = (env: Record<string, string> | string, scratch: string): string => {
  if (typeof env === 'string') return env
  const file = path.join(scratch, 'env')
  writeFileSync(
    file,
    Object.entries(env)
      .map(([key, value]) => `${key}=${value}\n`)
      .join(''),
  )
  return file
}

const argsOf = (options: CloudOptions, dir: string, scratch: string): string[] => {
  const { manifest, seed, env, port = 0, timers } = options
  return [
    '--port',
    String(port),
    '--data',
    dir,
    ...(manifest === undefined ? [] : ['--manifest', manifest]),
    ...(seed === undefined ? [] : seed === true ? ['--seed'] : ['--seed', seed]),
    ...(env === undefined ? [] : ['--env', envFileOf(env, scratch)]),
    ...(timers ? [] : ['--no-timers']),
    // A line on the pipe wakes the test with every call; who wants to know reads the file.
    '--quiet',
  ]
}

const logOf = (dir: string): string => {
  const file = path.join(dir, 'logs/functions.log')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** Starts the built local cloud as a process of its own on a free port and waits until it is open. */
export const startCloud = async (options: CloudOptions = {}): Promise<Cloud> => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'cloud-'))
  temporary.add(scratch)
  const dir = options.dataDir ?? path.join(scratch, 'data')
  const process = spawnCloud(argsOf(options, dir, scratch))
  const url = await process.ready
  const http = openHttpClient()
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    process.child.kill(signal)
    http.close()
    await process.ended
  }
  return {
    ...openCloudDoors(url, http),
    url,
    dir,
    process,
    printed: () => process.stdout() + logOf(dir),
    stop: async () => {
      await end('SIGTERM')
      removeTemporary(scratch, path.dirname(dir))
    },
    kill9: () => end('SIGKILL'),
  }
}

/** The options of a cloud that every test of a file finds fresh: those with which its process is started but once. */
export type Shared = Pick<CloudOptions, 'env' | 'manifest'> & {
  seed?: string
  /** Platform time it begins with: set before any late nudge of the test before can look at it. */
  now?: string
  /** For tests between which what functions keep in memory changes: the words of a level, by revision. */
  cold?: boolean
}

/** A cloud of its own with its clock set. */
export const startCloudAt = async ({ now, ...options }: Shared): Promise<Cloud> => {
  const cloud = await startCloud(options)
  if (now) await cloud.clock({ now })
  return cloud
}

/**
 * One process for all tests of a file, emptied and filled before each. A cloud that a test has stopped or killed is
 * started again.
 * @example const fresh = sharedCloud(); beforeEach(async () => { cloud = await fresh.open({ seed }) }); afterAll(fresh.close)
 */
export const sharedCloud = () => {
  let shared: Cloud | undefined
  const isRunning = ({ process: { child } }: Cloud) => child.exitCode === null && child.signalCode === null
  return {
    open: async ({ cold, now, ...options }: Shared): Promise<Cloud> => {
      if (shared && isRunning(shared)) {
        await shared.anew({ seed: options.seed, now, cold })
        return shared
      }
      shared = await startCloudAt({ ...options, now })
      return shared
    },
    close: async (): Promise<void> => {
      if (shared && isRunning(shared)) await shared.stop()
    },
  }
}
