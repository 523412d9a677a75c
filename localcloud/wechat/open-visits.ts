import type { Clock } from '../clock/open-clock'
import type { PlatformStore } from '../state/open-platform-store'

export type Visits = {
  visit: (openid: string) => void
  /** Whether the user opened the mini program within the last two hours. */
  isRecent: (openid: string) => boolean
}

const WINDOW = 2 * 3_600_000
/** A visit is written down again only when the written one is this much older: a call must not cost a disk write. */
const GRAIN = 10 * 60_000

export const openVisits = (store: PlatformStore, clock: Clock): Visits => {
  const written = new Map(store.list<number>('visit/').map(({ key, value }) => [key, value]))
  const latest = new Map(written)
  return {
    visit: (openid) => {
      const key = `visit/${openid}`
      const now = clock.now()
      latest.set(key, now)
      if (Math.abs(now - (written.get(key) ?? -Infinity)) < GRAIN) return
      written.set(key, now)
      store.set(key, now)
    },
    isRecent: (openid) => {
      const age = clock.now() - (latest.get(`visit/${openid}`) ?? -Infinity)
      return age >= 0 && age <= WINDOW
    },
  }
}
