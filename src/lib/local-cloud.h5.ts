import { currentPersona } from './persona.h5'

/** A request to the local cloud that serves this page, made as the person this window plays. */
export const localCloud = (path: string, init: RequestInit = {}): Promise<Response> => {
  const headers = new Headers(init.headers)
  headers.set('x-wx-openid', currentPersona().openid)
  return fetch(path, { ...init, headers })
}

/** Tells the local cloud something WeChat itself would know (a consent, a phone number); answers its JSON. */
export const tellLocalCloud = async (path: string, body: unknown): Promise<unknown> => {
  const response = await localCloud(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return response.json()
}
