import path from 'node:path'
import { build } from 'esbuild'
import { dist, inRoot, root } from '../lib/paths.mjs'
import { freshFolder, placeFolder } from '../lib/place.mjs'

/** dist/localcloud/{main,worker}.js; only the database engine stays outside (it is a native library). */
export const buildLocalcloud = async () => {
  const folder = freshFolder('localcloud')
  await build({
    entryPoints: { main: inRoot('localcloud/main.ts'), worker: inRoot('localcloud/functions/worker.ts') },
    outdir: folder,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['libsql'],
    sourcemap: 'linked',
    legalComments: 'none',
    logLevel: 'silent',
    absWorkingDir: root,
  })
  placeFolder(folder, path.join(dist, 'localcloud'))
}
