import { copyFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import { dist, inRoot } from '../lib/paths.mjs'
import { freshFolder, placeFolder } from '../lib/place.mjs'
import { run } from '../lib/run.mjs'
import { badDay } from '../lib/say.mjs'

const entry = 'config/seed/main.ts'
const personas = path.join(dist, 'seed', 'personas.json')

/** The demonstration's people stand beside the H5 build, where its persona switcher reads them. */
export const copyDemo = () => {
  if (existsSync(personas) && existsSync(path.join(dist, 'h5')))
    copyFileSync(personas, path.join(dist, 'h5/personas.json'))
}

/** dist/seed/{seed.ndjson,personas.json}, written by `config/seed/main.ts <folder>`. */
export const buildSeed = async () => {
  if (!existsSync(inRoot(entry))) return
  const folder = freshFolder('seed')
  const { code, output } = await run(process.execPath, [inRoot('config/scripts/run-ts.mjs'), entry, folder])
  if (code !== 0) throw badDay('演示数据没有生成成功，请按上面的信息修改后重试。', output.slice(-4000))
  placeFolder(folder, path.join(dist, 'seed'))
  copyDemo()
}
