/** Who sets a function going. */
export type Caller = {
  /** TCB_SOURCE: `wx_client`, chained with `,scf` for each function in between; empty for timers and pushes. */
  source: string
  openid?: string
  /** TRIGGER_SRC, for timers. */
  trigger?: 'timer'
  /** True when another function waits for the answer. */
  nested?: boolean
}

export const phoneCaller = (openid: string): Caller => ({ source: 'wx_client', openid })
export const timerCaller: Caller = { source: '', trigger: 'timer' }
export const pushCaller: Caller = { source: '' }
export const functionCaller = (caller: Caller | undefined): Caller => ({
  source: [caller?.source, 'scf'].filter(Boolean).join(','),
  openid: caller?.openid,
  nested: true,
})

/** The environment variables that change from call to call. */
export const callEnv = (caller: Caller, appId: string): Record<string, string> => ({
  WX_CONTEXT_KEYS: caller.openid ? 'WX_CLIENTIP,WX_CLIENTIPV6,WX_APPID,WX_OPENID' : 'WX_APPID',
  WX_APPID: appId,
  ...(caller.openid ? { WX_OPENID: caller.openid, WX_CLIENTIP: '127.0.0.1', WX_CLIENTIPV6: '::ffff:127.0.0.1' } : {}),
  ...(caller.source ? { TCB_SOURCE: caller.source } : {}),
  ...(caller.trigger ? { TRIGGER_SRC: caller.trigger } : {}),
})
