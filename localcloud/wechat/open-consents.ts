import type { PlatformStore } from '../state/open-platform-store'

export type ConsentResult = 'accept' | 'reject' | 'ban'
export type Consent = { quota: number; banned: boolean }

/** What users granted in requestSubscribeMessage: one accept, one message. */
export type Consents = {
  answer: (openid: string, templateId: string, result: ConsentResult, count?: number) => Consent
  /** Sets the quota outright, as when WeChat's count and the program's have drifted apart. */
  setQuota: (openid: string, templateId: string, quota: number) => Consent
  /** Uses up one; false when nothing may be sent. */
  use: (openid: string, templateId: string) => boolean
}

export const openConsents = (store: PlatformStore): Consents => {
  const keyOf = (openid: string, templateId: string): string => `consent/${openid}/${templateId}`
  const read = (key: string): Consent => store.get<Consent>(key) ?? { quota: 0, banned: false }
  const write = (key: string, consent: Consent): Consent => {
    store.set(key, consent)
    return consent
  }
  return {
    answer: (openid, templateId, result, count = 1) => {
      const key = keyOf(openid, templateId)
      const consent = read(key)
      if (result === 'accept') return write(key, { quota: consent.quota + count, banned: false })
      // "reject" grants nothing and takes nothing away; "ban" is the switch in the settings.
      return result === 'ban' ? write(key, { ...consent, banned: true }) : consent
    },
    setQuota: (openid, templateId, quota) => write(keyOf(openid, templateId), { quota, banned: false }),
    use: (openid, templateId) => {
      const key = keyOf(openid, templateId)
      const consent = read(key)
      if (consent.banned || consent.quota <= 0) return false
      write(key, { ...consent, quota: consent.quota - 1 })
      return true
    },
  }
}
