import Taro from '@tarojs/taro'

/** A text as a file that can be uploaded or handed on; answers its path. The next one of the same name takes its place. */
export const textFile = (text: string, name = 'text.csv'): Promise<string> => {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      ...{ filePath, data: text, encoding: 'utf8' },
      success: () => resolve(filePath),
      fail: reject,
    })
  })
}
