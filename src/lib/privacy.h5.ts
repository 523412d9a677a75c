import { openPage } from './go'
import { readStored, removeStored, writeStored } from './storage'
import { openPrivacyAsk, type PrivacyPurpose } from './privacy-store'

/** Nothing to listen to in a browser. */
export const watchPrivacy = () => undefined

/** Asks for consent before the first use of a private API and remembers a yes. A no blocks nothing else and is asked anew next time. */
export const askPrivacy = async (purpose: PrivacyPurpose): Promise<boolean> => {
  const given = readStored('privacy') ?? {}
  if (given[purpose]) return true
  const agreed = await openPrivacyAsk(purpose)
  if (agreed) writeStored('privacy', { ...given, [purpose]: new Date().toISOString() })
  return agreed
}

/** Purpose → instant of consent. */
export const givenPrivacy = (): Record<string, string> => readStored('privacy') ?? {}

/** Takes every consent back: the next use asks again. */
export const withdrawPrivacy = () => removeStored('privacy')

/** The guide a browser shows is a page of our own. */
export const openPrivacyGuide = () => openPage('/pages/my/privacy')
