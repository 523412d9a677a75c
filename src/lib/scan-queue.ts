import Taro from '@tarojs/taro'
import { AppError } from 'types/app-error'
import type { ErrorCode } from 'types/errors'
import { personEntries } from 'types/org'
import { call } from './call'
import { newId } from './new-id'
import { useReach } from './reach-store'
import { readStored, writeStored } from './storage'

type Scan = { _id: string; booth?: string | undefined; by?: string | undefined; at: string }

/** The cloud is busy, at its daily limit or out of reach: the scan is told later, and counts for its own hour. */
const passing: readonly ErrorCode[] = ['NETWORK', 'SERVICE_BUSY', 'INTERNAL', 'TOO_OFTEN']
/** More than anybody scans before the cloud can be reached again. */
const mostKept = 50

const kept = (): Scan[] => readStored('scans') ?? []
const isPassing = (failure: unknown) => failure instanceof AppError && passing.includes(failure.code)

/** false where it has to be told later. */
const tell = async (scan: Scan): Promise<boolean> => {
  try {
    await call(personEntries, 'org', 'scan', scan)
    return true
  } catch (failure) {
    // What the cloud refuses (a code nobody knows) it will refuse again.
    return !isPassing(failure)
  }
}

const tellAll = async (): Promise<void> => {
  for (let scan = kept()[0]; scan; scan = kept()[0]) {
    const id = scan._id
    if (!(await tell(scan))) return
    writeStored(
      'scans',
      kept().filter(({ _id }) => _id !== id),
    )
  }
}

let running: Promise<void> | undefined

/** Tells what was scanned, one after another; calls made meanwhile join the run. */
export const tellScans = (): Promise<void> => {
  running ??= tellAll().finally(() => {
    running = undefined
  })
  return running
}

const patienceMs = 3_000

/**
 * Before what names where its person came from: it counts there only once his scan is known. One that still waits is
 * told first; where it cannot be told just now, nobody is kept waiting for it.
 */
export const scansTold = async (): Promise<void> => {
  if (kept().length === 0) return
  let timer: ReturnType<typeof setTimeout> | undefined
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patienceMs)
  })
  await Promise.race([tellScans(), patience])
  clearTimeout(timer)
}

/** A scan is written down before it is told: neither a busy cloud nor a closed app loses it. Nobody waits for it. */
export const tellScan = async (what: { booth: string } | { by: string }): Promise<void> => {
  const at = new Date().toISOString()
  const scan = { _id: await newId(), ...what, at }
  writeStored('scans', [...kept(), scan].slice(-mostKept))
  await running
  await tellScans()
}

/** Tells again at app start, whenever the app comes to the front and whenever the cloud is in reach; call once. */
export const watchScans = () => {
  Taro.onAppShow(() => void tellScans())
  useReach.subscribe((now, before) => {
    if ((now.online && !before.online) || (now.reachable && !before.reachable)) void tellScans()
  })
  void tellScans()
}
