import Taro from '@tarojs/taro'
import { askPrivacy } from './privacy'

/** Opens the camera and answers what a QR code says; null when the person gave up. */
export const scanText = async (): Promise<string | null> => {
  if (!(await askPrivacy('camera'))) return null
  try {
    const { result } = await Taro.scanCode({ scanType: ['qrCode'] as never })
    return result.trim() || null
  } catch {
    return null
  }
}
