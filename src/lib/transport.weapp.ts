import Taro from '@tarojs/taro'
import type { CallEvent } from 'types/contract'

/** Carries one event to a cloud function and brings back whatever it answered. Rejects when nothing came back. */
export const transport = async (domain: string, event: CallEvent): Promise<unknown> => {
  const reply = await Taro.cloud.callFunction({ name: domain, data: event })
  return reply.result
}
