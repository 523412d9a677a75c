import Taro from '@tarojs/taro'
import { showToast } from './toast-store'

/** Opens a sheet or document from a temporary address, with WeChat's menu to send it on. */
export const openDocument = async (url: string, fileName: string): Promise<void> => {
  try {
    const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${fileName}`
    await Taro.downloadFile({ url, filePath })
    await Taro.openDocument({ filePath, showMenu: true })
  } catch {
    showToast('文件打不开，请检查网络后再试', 'bad')
  }
}
