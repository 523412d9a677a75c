import Taro from '@tarojs/taro'
import { askPrivacy } from './privacy'
import { showToast } from './toast-store'

const isDenied = (failure: unknown): boolean =>
  typeof failure === 'object' && failure !== null && 'errMsg' in failure && /auth|deny/.test(String(failure.errMsg))

/** Keeps a picture from a temporary address in the phone's album. */
export const savePicture = async (url: string, name: string): Promise<void> => {
  if (!(await askPrivacy('album'))) return
  try {
    const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name.replace(/[^\p{L}\p{N}]/gu, '')}.png`
    await Taro.downloadFile({ url, filePath })
    await Taro.saveImageToPhotosAlbum({ filePath })
    showToast('已保存到相册', 'good')
  } catch (failure) {
    showToast(isDenied(failure) ? '请在右上角“设置”里允许保存到相册' : '没有保存成功，请稍后再试', 'bad')
  }
}
