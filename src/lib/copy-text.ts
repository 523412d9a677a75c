import Taro from '@tarojs/taro'
import { askPrivacy } from './privacy'
import { showToast } from './toast-store'

/** Puts the text on the clipboard, after the person's consent; says so. */
export const copyText = async (text: string, what = '内容') => {
  if (!(await askPrivacy('clipboard'))) return
  await Taro.setClipboardData({ data: text })
  // WeChat shows a toast of its own; ours is the one that is read aloud and grows with the text.
  Taro.hideToast()
  showToast(`${what}已复制`, 'good')
}
