import Taro from '@tarojs/taro'
import { readStored, removeStored, writeStored } from './storage'
import { openPrivacyAsk, type PrivacyPurpose } from './privacy-store'

/** Id of the button in PrivacyPopup; WeChat checks that this very button was tapped. */
export const agreeButtonId = 'agree-privacy'

let purposeNow: PrivacyPurpose = 'photo'

/** Answers WeChat's own question with our popup; call once when the app starts. */
export const watchPrivacy = () => {
  Taro.onNeedPrivacyAuthorization?.((resolve) => {
    void openPrivacyAsk(purposeNow).then((agreed) =>
      resolve(agreed ? { buttonId: agreeButtonId, event: 'agree' } : { event: 'disagree' }),
    )
  })
}

const requireOfWechat = (): Promise<boolean> =>
  new Promise((resolve) => {
    // Base libraries before 2.32.3 have no privacy check of this kind.
    if (!Taro.requirePrivacyAuthorize) return resolve(true)
    Taro.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) })
  })

/** Asks for consent before the first use of a private API. WeChat remembers its one consent, we the purposes it was used for. */
export const askPrivacy = async (purpose: PrivacyPurpose): Promise<boolean> => {
  purposeNow = purpose
  const agreed = await requireOfWechat()
  const given = readStored('privacy') ?? {}
  if (agreed && !given[purpose]) writeStored('privacy', { ...given, [purpose]: new Date().toISOString() })
  return agreed
}

/** Purpose → instant of first use. */
export const givenPrivacy = (): Record<string, string> => readStored('privacy') ?? {}

/** Forgets our own notes; WeChat's consent is taken back in its settings, which this opens. */
export const withdrawPrivacy = () => {
  removeStored('privacy')
  Taro.openSetting().catch(() => undefined)
}

/** The guide registered with WeChat. */
export const openPrivacyGuide = (): void => {
  Taro.openPrivacyContract({})
}
