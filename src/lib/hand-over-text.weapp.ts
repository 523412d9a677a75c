import Taro from '@tarojs/taro'

const written = (filePath: string, data: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const done = { success: () => resolve(), fail: reject }
    Taro.getFileSystemManager().writeFile({ filePath, data, encoding: 'utf8', ...done })
  })

/** Hands a small text file over to a chat of the person's choice (his own file transfer, for one). */
export const handOverText = async (text: string, fileName: string): Promise<void> => {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${fileName}`
  await written(filePath, text)
  // Who changes his mind in WeChat's own list of chats has done nothing wrong.
  await Taro.shareFileMessage({ filePath, fileName }).catch(() => undefined)
}
