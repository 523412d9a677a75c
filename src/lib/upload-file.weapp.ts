import Taro from '@tarojs/taro'
import { transportFailure } from './transport-failure'

/**
 * Puts a local file into cloud storage and answers its file id; the same cloud path again replaces the same file.
 * Errors: NETWORK.
 */
export const uploadFile = async (filePath: string, cloudPath: string): Promise<string> => {
  try {
    const { fileID } = await Taro.cloud.uploadFile({ cloudPath, filePath })
    return fileID
  } catch (failure) {
    throw transportFailure(failure)
  }
}
