import Taro from '@tarojs/taro'

/** Offers to call a number; nothing happens when the person changes their mind. */
export const dial = (phoneNumber: string) => {
  Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)
}
