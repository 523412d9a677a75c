import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../clock/open-clock'
import type { Faults } from '../faults/open-faults'
import { underFault } from '../faults/under-fault'
import { pushCaller } from '../functions/caller'
import type { Functions } from '../functions/open-functions'
import type { Instance } from '../functions/start-instance'
import type { CloudManifest } from '../manifest/cloud-manifest'
import type { PlatformStore } from '../state/open-platform-store'
import { checkMessage } from './message-check'
import { openCodes, type Codes } from './open-codes'
import { openConsents, type Consents } from './open-consents'
import { openInbox, type Inbox } from './open-inbox'
import { openMediaChecks, type MediaChecks } from './open-media-checks'
import { openPhoneCodes, type PhoneCodes } from './open-phone-codes'
import type { Visits } from './open-visits'
import { decodeRequest, encodeReply, type OpenApiParams, type OpenApiReply } from './openapi-codec'
import { sendSubscribeMessage } from './subscribe-message'
import { isWxError } from './wx-error'

/** What every openapi call takes at least, ms. */
export const OPENAPI_LATENCY_MS = 15

const NOT_FOUND = -604100
const NO_PERMISSION = -604101
const TIMEOUT = -604102
const SYSTEM_ERROR = -604103

type Call = { api: string; data: Uint8Array; instance?: Instance }

export type WeChat = {
  /** One `wx.openApi` request: protobuf in, protobuf out. */
  answer: (call: Call) => Promise<Buffer>
  consents: Consents
  inbox: Inbox
  codes: Codes
  phoneCodes: PhoneCodes
  mediaChecks: MediaChecks
  visits: Visits
}

type Options = {
  manifest: CloudManifest
  store: PlatformStore
  clock: Clock
  faults: Faults
  functions: Functions
  visits: Visits
}

type Handler = (params: OpenApiParams) => OpenApiReply

const failure = (errorCode: number): OpenApiReply => ({ kind: 'failure', errorCode })

const json =
  (act: (params: OpenApiParams) => unknown): Handler =>
  (params) => ({ kind: 'json', value: { errcode: 0, errmsg: 'ok', ...(act(params) as object) } })

const guarded = (handler: Handler, params: OpenApiParams): OpenApiReply => {
  try {
    return handler(params)
  } catch (error) {
    if (!isWxError(error)) throw error
    return { kind: 'json', value: { errcode: error.errcode, errmsg: error.message } }
  }
}

const openPush = ({ manifest, faults, functions }: Options) => {
  return async (event: Record<string, unknown>): Promise<boolean> => {
    if (!manifest.mediaCallback || faults.take('openapi', 'wxa_media_check')) return true
    const outcome = await functions.invoke({
      name: manifest.mediaCallback,
      event: JSON.stringify(event),
      action: `push:${String(event.Event)}`,
      caller: pushCaller,
    })
    return outcome.ok
  }
}

export const openWeChat = (options: Options): WeChat => {
  const { manifest, store, clock, faults, visits } = options
  const consents = openConsents(store)
  const inbox = openInbox(store)
  const codes = openCodes(store, clock, manifest)
  const phoneCodes = openPhoneCodes(store, clock, manifest.appId)
  const mediaChecks = openMediaChecks({ store, clock, visits, appId: manifest.appId, push: openPush(options) })
  const handlers = new Map<string, Handler>([
    ['subscribeMessage.send', json((params) => sendSubscribeMessage({ manifest, clock, consents, inbox }, params))],
    ['wxacode.getUnlimited', codes.getUnlimited],
    ['security.msgSecCheck', json((params) => checkMessage(visits, params))],
    ['security.mediaCheckAsync', json(mediaChecks.start)],
    ['phonenumber.getPhoneNumber', json(phoneCodes.exchange)],
  ])
  const isDeclared = (api: string, functionName: string): boolean =>
    manifest.functions.some((fn) => fn.name === functionName && fn.openapi.includes(api))

  const carryOut = ({ api, data, instance }: Call): OpenApiReply => {
    const handler = handlers.get(api)
    if (!handler) return failure(NOT_FOUND)
    if (instance && !isDeclared(api, instance.functionName)) return failure(NO_PERMISSION)
    return guarded(handler, decodeRequest(data))
  }
  const answer = async (call: Call): Promise<Buffer> => {
    const fault = faults.take('openapi', call.api)
    await sleep(OPENAPI_LATENCY_MS)
    const errcode = fault?.errcode
    const reply = await underFault<OpenApiReply>(fault, {
      run: () => carryOut(call),
      refuse: () =>
        errcode === undefined ? failure(SYSTEM_ERROR) : { kind: 'json', value: { errcode, errmsg: 'planned fault' } },
      timeout: () => failure(TIMEOUT),
      kill: () => call.instance?.kill(),
    })
    return encodeReply(reply)
  }
  return { answer, consents, inbox, codes, phoneCodes, mediaChecks, visits }
}
