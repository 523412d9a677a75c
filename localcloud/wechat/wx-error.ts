/** A refusal by WeChat: `errcode` and `errmsg` as its servers answer them. */
export type WxError = Error & { errcode: number }

export const wxError = (errcode: number, errmsg: string): WxError =>
  Object.assign(new Error(errmsg), { name: 'WxError', errcode })

export const isWxError = (error: unknown): error is WxError => error instanceof Error && error.name === 'WxError'
