import Taro from '@tarojs/taro'

/** The text of a stored file at a temporary address. Rejects when it cannot be fetched. */
export const readText = async (url: string): Promise<string> => {
  const { tempFilePath, statusCode } = await Taro.downloadFile({ url })
  if (statusCode !== 200) throw new Error(`the file answered ${statusCode}`)
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: tempFilePath,
      encoding: 'utf8',
      success: ({ data }) => resolve(String(data)),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })
}
