import Taro from '@tarojs/taro'

const folder = () => `${Taro.env.USER_DATA_PATH ?? ''}/kept`

const makeFolder = () => {
  try {
    Taro.getFileSystemManager().mkdirSync(folder(), true)
  } catch {
    // It is there already.
  }
}

/** Moves a temporary file to where WeChat does not clean up; answers the name it is kept under. */
export const keepFile = (tempPath: string, name: string): Promise<string> => {
  makeFolder()
  const kept = `${folder()}/${name}.jpg`
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().copyFile({
      srcPath: tempPath,
      destPath: kept,
      success: () => resolve(kept),
      fail: reject,
    })
  })
}

/** A path that shows or uploads the kept file; null when it is gone. */
export const openKeptFile = (kept: string): Promise<string | null> =>
  new Promise((resolve) => {
    Taro.getFileSystemManager().access({ path: kept, success: () => resolve(kept), fail: () => resolve(null) })
  })

export const dropKeptFile = (kept: string): Promise<void> =>
  new Promise((resolve) => {
    Taro.getFileSystemManager().unlink({ filePath: kept, success: () => resolve(), fail: () => resolve() })
  })
