import { existsSync } from 'node:fs'
import path from 'node:path'
import { dist, inRoot } from '../lib/paths.mjs'
import { freshFolder, placeFolder } from '../lib/place.mjs'
import { run } from '../lib/run.mjs'
import { badDay } from '../lib/say.mjs'
import { copyDemo } from './seed.mjs'

const taro = inRoot('node_modules/@tarojs/cli/bin/taro')
const entries = { weapp: 'app.json', h5: 'index.html' }

/** Runs Taro's production build of one platform into `folder`; throws with what the compiler said. */
export const taroBuild = async (platform, folder, { cwd = inRoot() } = {}) => {
  const env = { NODE_ENV: 'production', TARO_OUTPUT_ROOT: path.relative(cwd, folder), FORCE_COLOR: '0' }
  const { code, output } = await run(process.execPath, [taro, 'build', '--type', platform], { env, cwd })
  // Taro exits with 0 on compile errors.
  const failed = code !== 0 || /Compiled with some errors|✖ Errors|编译失败/.test(output)
  if (failed || !existsSync(path.join(folder, entries[platform])))
    throw badDay(`${platform} 没有构建成功，请按上面的编译信息修改后重试。`, output.slice(-6000))
}

/** dist/weapp or dist/h5. */
export const buildPhone = async (platform) => {
  const folder = freshFolder(platform)
  await taroBuild(platform, folder)
  placeFolder(folder, path.join(dist, platform))
  if (platform === 'h5') copyDemo()
}

/** dist/empty-app: the smallest Taro React mini program, what package sizes are compared with. */
export const buildEmptyApp = async () => {
  const folder = freshFolder('empty-app')
  await taroBuild('weapp', folder, { cwd: inRoot('config/scripts/empty-app') })
  placeFolder(folder, path.join(dist, 'empty-app'))
}
