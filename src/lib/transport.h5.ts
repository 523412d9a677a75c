import type { CallEvent } from 'types/contract'
import { localCloud } from './local-cloud.h5'

/** Carries one event to a function of the local cloud and brings back whatever it answered. Rejects when nothing came back. */
export const transport = async (domain: string, event: CallEvent): Promise<unknown> => {
  const response = await localCloud(`/call/${domain}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(event),
  })
  const reply: unknown = await response.json()
  // The door answers a platform failure like wx.cloud.callFunction's rejection.
  return response.ok ? reply : Promise.reject(reply)
}
