import Taro from '@tarojs/taro'
import { askPrivacy } from './privacy'

export type ChosenSheet = { path: string; name: string; size: number }

/** Lets the person pick one table (xlsx, csv, json) out of a chat, as WeChat allows; null when they gave up or refused. */
export const chooseSheet = async (): Promise<ChosenSheet | null> => {
  if (!(await askPrivacy('file'))) return null
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx', 'csv', 'json'] })
    const file = tempFiles[0]
    return file ? { path: file.path, name: file.name, size: file.size } : null
  } catch {
    return null
  }
}
