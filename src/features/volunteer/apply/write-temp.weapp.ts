import Taro from '@tarojs/taro'

/** Bytes of a PNG as something that can be uploaded: a file, overwritten by the next one. */
export const writeTemp = (bytes: Uint8Array): Promise<string> => {
  const path = `${Taro.env.USER_DATA_PATH ?? ''}/signature.png`
  Taro.getFileSystemManager().writeFileSync(path, bytes.slice().buffer as ArrayBuffer)
  return Promise.resolve(path)
}
