import { existsSync, readFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { spawn } from 'node:child_process'
import { buildStale } from '../build/build-stale.mjs'
import { cloudArgs, cloudMain, seedFile } from './cloud-args.mjs'
import { dist, local, root } from './paths.mjs'
import { badDay } from './say.mjs'

const FIRST_PORT = 8787

const isFree = (port) =>
  new Promise((resolve) => {
    const probe = net.createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })

const freePort = async () => {
  for (let port = FIRST_PORT; port < FIRST_PORT + 20; port += 1) if (await isFree(port)) return port
  throw badDay(`${FIRST_PORT} 起的 20 个端口都被占用，请用 npm start -- --port 端口 指定一个空闲端口。`)
}

const readOptions = (args) => {
  try {
    return parseArgs({ args, options: { port: { type: 'string' }, data: { type: 'string' } } }).values
  } catch {
    throw badDay('用法：npm start -- [--port 端口] [--data 数据文件夹]。')
  }
}

const people = () => {
  const file = path.join(dist, 'seed', 'personas.json')
  if (!existsSync(file)) return []
  const { personas } = JSON.parse(readFileSync(file, 'utf8'))
  return personas.map(({ name, role, note }) => `    · ${name}${role ? `（${role}）` : ''}${note ? `：${note}` : ''}`)
}

const welcome = (url, folder) =>
  [
    '',
    `  安康志愿已启动：${url}`,
    '',
    '  用浏览器打开上面的网址（手机宽度看效果最好）。页面就是职工扫了展台二维码后看到的样子。',
    '  点页面右上角写着名字的按钮，可以换成下面这些人看：',
    ...people(),
    '',
    `  数据放在 ${path.relative(root, folder) || folder}，想重来就停下后删掉它。按 Ctrl+C 停止。`,
    '',
  ].join('\n')

const serve = (args, onReady) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cloudMain, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
    process.on('exit', () => child.kill('SIGKILL'))
    let text = ''
    child.stdout.on('data', (chunk) => {
      text += chunk
      const url = /^ready (\S+)$/m.exec(text)?.[1]
      if (url) onReady(url)
      text = url ? '' : text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 0))
  })

/** Builds what is stale, fills an empty folder, serves, and says where to look and who to be. */
export const startProduct = async (given) => {
  const options = readOptions(given)
  await buildStale(['functions', 'localcloud', 'manifest', 'seed', 'h5'])
  const folder = path.resolve(options.data ?? path.join(local, 'cloud'))
  const port = options.port ?? String(await freePort())
  // The local cloud fills only an empty folder, all or nothing, and keeps whatever stands there already.
  const args = cloudArgs(['--port', port, '--data', folder, '--seed', seedFile])
  process.exitCode = await serve(args, (url) => process.stdout.write(`${welcome(url, folder)}\n`))
}
