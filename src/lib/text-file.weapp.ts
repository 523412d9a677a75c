import Taro from '@tarojs/taro'

/** A text as a file that can be uploaded; answers its path. The next one takes its place. */
export const textFile = (text: string): Promise<string> => {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/text.csv`
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      ...{ filePath, data: text, encoding: 'utf8' },
      success: () => resolve(filePath),
      fail: reject,
    })
  })
}
