import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock/open-clock'
import type { PlatformStore } from '../state/open-platform-store'
import type { OpenApiParams } from './openapi-codec'
import { wxError } from './wx-error'

type PhoneCode = { openid: string; phone: string; at: number }

/** Codes a getPhoneNumber button hands out: good once, for five minutes. */
export type PhoneCodes = {
  issue: (openid: string, phone: string) => string
  /** phonenumber.getPhoneNumber */
  exchange: (params: OpenApiParams) => unknown
}

const LIFETIME = 5 * 60_000

export const openPhoneCodes = (store: PlatformStore, clock: Clock, appId: string): PhoneCodes => ({
  issue: (openid, phone) => {
    const code = randomBytes(16).toString('hex')
    store.set(`phone-code/${code}`, { openid, phone, at: clock.now() })
    return code
  },
  exchange: ({ code }) => {
    const key = `phone-code/${typeof code === 'string' ? code : ''}`
    const issued = store.get<PhoneCode>(key)
    store.remove(key)
    if (!issued || clock.now() - issued.at > LIFETIME) throw wxError(40029, 'invalid code')
    return {
      phone_info: {
        phone_number: issued.phone,
        pure_phone_number: issued.phone,
        country_code: '86',
        watermark: { timestamp: Math.floor(clock.now() / 1000), appid: appId },
      },
    }
  },
})
