import Taro from '@tarojs/taro'
import { showToast } from './toast-store'

/** Hands a file WeChat cannot open itself to a chat of the person's choice (his own file transfer, for one). */
export const handOverFile = async (url: string, fileName: string): Promise<void> => {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${fileName}`
  try {
    await Taro.downloadFile({ url, filePath })
  } catch {
    showToast('文件没有下载成功，请检查网络后再试', 'bad')
    return
  }
  await Taro.shareFileMessage({ filePath, fileName }).catch(() => undefined)
}
