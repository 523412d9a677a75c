import Taro from '@tarojs/taro'
import type { Scene } from 'types/ids'
import { askPrivacy } from './privacy'
import { sceneOfText } from './scene-of-text'

/** Opens the camera. Answers what the code leads to, `unknown` when it is none of ours, null when the person gave up. */
export const scanCode = async (): Promise<Scene | 'unknown' | null> => {
  if (!(await askPrivacy('camera'))) return null
  try {
    const { path, result } = await Taro.scanCode({ scanType: ['qrCode', 'wxCode'] as never })
    return sceneOfText(path ?? '') ?? sceneOfText(result) ?? 'unknown'
  } catch {
    return null
  }
}
