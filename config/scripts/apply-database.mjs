import { checkNode } from './check-node.mjs'

checkNode()
const { main, badDay, say } = await import('./lib/say.mjs')

/*
 * npm run database:apply -- --env <环境 ID> [--check]
 * Makes the cloud's database what config/database.ts declares: creates missing collections, closes every one to clients,
 * makes its indexes, then reads all of it back; --check only reads. Nothing is ever deleted.
 * Needs `npm i --no-save @cloudbase/manager-node` and TENCENTCLOUD_SECRETID / TENCENTCLOUD_SECRETKEY of an account that
 * may manage the environment.
 */
await main(async () => {
  const { parseArgs } = await import('node:util')
  const { values } = parseArgs({ options: { env: { type: 'string' }, check: { type: 'boolean' } } })
  if (!values.env) throw badDay('请写明云环境，例如：npm run database:apply -- --env union-1a2b3c。')
  const { ensureInstalled } = await import('./ensure-installed.mjs')
  await ensureInstalled()
  const { buildStale } = await import('./build/build-stale.mjs')
  await buildStale(['manifest'])
  const { openManager } = await import('./deploy/open-manager.mjs')
  const { applyDatabase, readDeclared } = await import('./deploy/apply-collections.mjs')
  const different = await applyDatabase(await openManager(values.env), readDeclared(), { check: values.check, say })
  if (different.length > 0)
    throw badDay('云端和仓库里的声明不一致，请看上面的列表，处理后再运行一次。', different.join('\n'))
  say('云端的集合、索引和权限与仓库里的声明一致。')
})
