import type { HttpClient, HttpReply } from './http-client'

/** What a function or the platform refused with; `code` is the envelope's code or the platform's errCode. */
export type CallFailure = Error & {
  code: string | number
  fields?: Record<string, string>
  requestId?: string
}

export type InboxMessage = {
  openid: string
  templateId: string
  title: string
  page: string
  data: Record<string, { value: string }>
  fields: { name: string; value: string }[]
  miniprogramState: string
  at: string
}

export type FunctionFigures = {
  name: string
  calls: number
  coldStarts: number
  warmStarts: number
  trips: number
  errors: number
  instances: number
  waiting: number
  actions: Record<
    string,
    {
      calls: number
      errors: number
      trips: { min: number; avg: number; max: number }
      ms: { p50: number; p95: number }
    }
  >
}

export type QueryFigures = {
  collection: string
  shape: string
  count: number
  examined: number
  returned: number
  index: string | null
}

export type Figures = { queries: QueryFigures[]; functions: FunctionFigures[] }

export type FaultPlan = {
  target: 'function' | 'openapi' | 'storage' | 'database'
  name?: string
  mode: 'refuse' | 'timeout-before' | 'timeout-after' | 'slow' | 'kill'
  times?: number
  ms?: number
  /** `refuse` of an openapi: what WeChat answers. */
  errcode?: number
  /** `kill` of a function: after so many database trips were carried out. */
  trips?: number
}

export type Fired = { function: string; timer: string; ok: boolean; errMsg?: string }

export type CloudDoors = {
  /** Calls an action as the phone does; gives the envelope's data or throws its error as a CallFailure. */
  call: <T = unknown>(fn: string, action: string, input: unknown, openid: string) => Promise<T>
  /** Calls a function with any event; gives status and parsed body. */
  callRaw: (fn: string, event: unknown, openid?: string) => Promise<{ status: number; body: unknown }>
  /** One request of the SDK. */
  admin: (body: Record<string, unknown>) => Promise<unknown>
  request: HttpClient['ask']
  upload: (cloudPath: string, content: Buffer, openid: string) => Promise<string>
  inbox: (openid?: string) => Promise<InboxMessage[]>
  consent: (
    openid: string,
    templateId: string,
    result?: 'accept' | 'reject' | 'ban',
    count?: number,
  ) => Promise<unknown>
  /** Sets WeChat's count outright. */
  setQuota: (openid: string, templateId: string, quota: number) => Promise<unknown>
  visit: (openid: string) => Promise<void>
  phoneCode: (openid: string, phone: string) => Promise<string>
  scan: (what: { scene: string } | { pngBase64: string }) => Promise<{ path: string; query: Record<string, string> }>
  mediaResult: (verdict: {
    traceId?: string
    suggest: 'pass' | 'review' | 'risky'
    label?: number
    errcode?: number
  }) => Promise<void>
  /** `fire`: the one function whose timers that fell due are fired; all without it. */
  clock: (change?: {
    now?: string
    advanceMs?: number
    reset?: boolean
    fire?: string
  }) => Promise<{ now: string; fired: Fired[] }>
  tick: (fn?: string) => Promise<Fired[]>
  fault: (plan: FaultPlan) => Promise<void>
  clearFaults: () => Promise<void>
  metrics: () => Promise<Figures>
  resetMetrics: () => Promise<void>
  status: () => Promise<Record<string, unknown>>
  /** Answers when no call is left, late nudges included. */
  rest: () => Promise<void>
  /** Empties everything and fills it from a seed file; `cold`: the functions forget what they keep in memory. */
  anew: (filling: { seed?: string; now?: string; cold?: boolean }) => Promise<void>
}

type Envelope = {
  ok?: boolean
  data?: unknown
  error?: { code: string; message: string; fields?: Record<string, string>; requestId?: string }
}

const parsed = (reply: HttpReply): unknown =>
  reply.body.length === 0 ? undefined : JSON.parse(reply.body.toString('utf8'))

const failureOf = (body: unknown): CallFailure => {
  const { error } = body as Envelope
  if (error)
    return Object.assign(new Error(error.message), {
      code: error.code,
      fields: error.fields,
      requestId: error.requestId,
    })
  const { errCode = -1, errMsg, message } = (body ?? {}) as { errCode?: number; errMsg?: string; message?: string }
  return Object.assign(new Error(errMsg ?? message ?? JSON.stringify(body)), { code: errCode })
}

/** The doors of a running cloud as functions. */
export const openCloudDoors = (url: string, http: HttpClient): CloudDoors => {
  const post = async <T>(path: string, body: unknown, method = 'POST'): Promise<T> => {
    const reply = await http.ask(`${url}${path}`, { method, body: JSON.stringify(body) })
    const value = parsed(reply)
    if (reply.status !== 200) throw failureOf(value)
    return value as T
  }
  const get = async <T>(path: string): Promise<T> => {
    const reply = await http.ask(`${url}${path}`)
    if (reply.status !== 200) throw failureOf(parsed(reply))
    return parsed(reply) as T
  }
  const callRaw: CloudDoors['callRaw'] = async (fn, event, openid) => {
    const headers: Record<string, string> = openid === undefined ? {} : { 'x-wx-openid': openid }
    const reply = await http.ask(`${url}/call/${fn}`, { method: 'POST', headers, body: JSON.stringify(event) })
    return { status: reply.status, body: parsed(reply) }
  }
  return {
    callRaw,
    call: async <T>(fn: string, action: string, input: unknown, openid: string) => {
      const { status, body } = await callRaw(fn, { action, input }, openid)
      if (status !== 200 || (body as Envelope | null)?.ok !== true) throw failureOf(body)
      return (body as Envelope).data as T
    },
    admin: (body) => post('/admin', body),
    request: (path, options) => http.ask(path.startsWith('http') ? path : `${url}${path}`, options),
    upload: async (cloudPath, content, openid) => {
      const reply = await http.ask(`${url}/upload?path=${encodeURIComponent(cloudPath)}`, {
        method: 'POST',
        headers: { 'x-wx-openid': openid },
        body: content,
      })
      if (reply.status !== 200) throw failureOf(parsed(reply))
      return (parsed(reply) as { fileID: string }).fileID
    },
    inbox: async (openid) => {
      const query = openid === undefined ? '' : `?openid=${encodeURIComponent(openid)}`
      return (await get<{ messages: InboxMessage[] }>(`/wechat/inbox${query}`)).messages
    },
    consent: (openid, templateId, result = 'accept', count = 1) =>
      post('/wechat/consent', { openid, templateId, result, count }),
    setQuota: (openid, templateId, quota) => post('/wechat/consent', { openid, templateId, quota }),
    visit: (openid) => post('/wechat/visit', { openid }),
    phoneCode: async (openid, phone) => (await post<{ code: string }>('/wechat/phone-code', { openid, phone })).code,
    scan: (what) => post('/wechat/scan', what),
    mediaResult: (verdict) => post('/wechat/media-result', verdict),
    clock: (change = {}) => post('/clock', change),
    tick: async (fn) => (await post<{ fired: Fired[] }>('/tick', { function: fn })).fired,
    fault: (plan) => post('/fault', plan),
    clearFaults: () => post('/fault', {}, 'DELETE'),
    metrics: () => get('/metrics'),
    resetMetrics: () => post('/metrics/reset', {}),
    status: () => get('/status'),
    rest: () => post('/rest', {}),
    anew: (filling) => post('/anew', filling),
  }
}
