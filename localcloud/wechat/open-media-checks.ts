import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock/open-clock'
import type { PlatformStore } from '../state/open-platform-store'
import { checkAsker, type Suggest } from './message-check'
import type { OpenApiParams } from './openapi-codec'
import type { Visits } from './open-visits'
import { wxError } from './wx-error'

export type MediaVerdict = { suggest: Suggest; label: number; errcode?: number }

type Pending = { traceId: string; openid: string; mediaUrl: string; at: string }

/** security.mediaCheckAsync: the verdict comes later, as a push to the manifest's `mediaCallback`. */
export type MediaChecks = {
  start: (params: OpenApiParams) => unknown
  /** Delivers a verdict now: of the check named, or of the oldest one. False when none is pending. */
  deliver: (verdict: MediaVerdict, traceId?: string) => Promise<boolean>
  pending: () => Pending[]
  close: () => void
}

type Options = {
  store: PlatformStore
  clock: Clock
  visits: Visits
  appId: string
  /** Hands a push message to the program; false when it was not taken. */
  push: (event: Record<string, unknown>) => Promise<boolean>
}

const DELAY_MS = 3000
const PUSH_ATTEMPTS = 3
const PASSED: MediaVerdict = { suggest: 'pass', label: 100 }
const NOT_LOADED: MediaVerdict = { suggest: 'review', label: 100, errcode: -1008 }

const fetches = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(encodeURI(url), { signal: AbortSignal.timeout(5000) })).ok
  } catch {
    return false
  }
}

const eventOf = (check: Pending, verdict: MediaVerdict, appId: string, seconds: number): Record<string, unknown> => {
  const { suggest, label, errcode = 0 } = verdict
  return {
    ToUserName: 'gh_local',
    FromUserName: check.openid,
    CreateTime: seconds,
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: appId,
    trace_id: check.traceId,
    version: 2,
    result: { suggest, label },
    detail: [{ strategy: 'content_model', errcode, suggest, label, prob: 90 }],
    errcode,
    errmsg: errcode === 0 ? 'ok' : 'download failed',
  }
}

export const openMediaChecks = ({ store, clock, visits, appId, push }: Options): MediaChecks => {
  const timers = new Map<string, NodeJS.Timeout>()
  const pending = (): Pending[] =>
    store
      .list<Pending>('media/')
      .map(({ value }) => value)
      .sort((a, b) => a.at.localeCompare(b.at))
  const carry = async (check: Pending, verdict: MediaVerdict): Promise<void> => {
    clearTimeout(timers.get(check.traceId))
    timers.delete(check.traceId)
    store.remove(`media/${check.traceId}`)
    const event = eventOf(check, verdict, appId, Math.floor(clock.now() / 1000))
    for (let attempt = 0; attempt < PUSH_ATTEMPTS; attempt += 1) if (await push(event)) return
  }
  const decide = async (check: Pending): Promise<void> => {
    const loaded = await fetches(check.mediaUrl)
    if (store.get(`media/${check.traceId}`)) await carry(check, loaded ? PASSED : NOT_LOADED)
  }
  const schedule = (check: Pending): void =>
    void timers.set(check.traceId, setTimeout(() => void decide(check), DELAY_MS).unref())
  pending().forEach(schedule)
  return {
    start: (params) => {
      const openid = checkAsker(visits, params)
      const { media_url: mediaUrl, media_type: mediaType } = params
      if (mediaType !== 1 && mediaType !== 2) throw wxError(40097, 'invalid args: media_type')
      if (typeof mediaUrl !== 'string' || !/^https?:\/\//.test(mediaUrl))
        throw wxError(40097, 'invalid args: media_url')
      const check = { traceId: randomUUID(), openid, mediaUrl, at: `${new Date().toISOString()}-${timers.size}` }
      store.set(`media/${check.traceId}`, check)
      schedule(check)
      return { trace_id: check.traceId }
    },
    deliver: async (verdict, traceId) => {
      const check = pending().find((one) => traceId === undefined || one.traceId === traceId)
      if (check) await carry(check, verdict)
      return check !== undefined
    },
    pending,
    close: () => timers.forEach((timer) => clearTimeout(timer)),
  }
}
