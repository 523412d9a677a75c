import { parseArgs } from 'node:util'
import path from 'node:path'
import { badDay } from './bad-day'

export type Options = {
  port: number
  dataDir: string
  manifestFile: string
  /** Seed file; the build's own one when `--seed` stands alone. */
  seedFile?: string
  envFile?: string
  /** Whether timers fire by themselves. */
  timers: boolean
  /** Whether what functions print stands in the log file alone. */
  quiet: boolean
}

const USAGE =
  '用法：--port 端口 --data 数据文件夹 [--seed [种子文件]] [--manifest 构建清单] [--env 变量文件] [--no-timers] [--quiet]'
const DEFAULT_PORT = 8787
const LOOPBACK = ['127.0.0.1', 'localhost', '::1']

/** `--seed` may stand alone; parseArgs wants a value for it. */
const withSeedValue = (argv: string[]): string[] =>
  argv.map((arg, index) => {
    const next = argv[index + 1]
    return arg === '--seed' && (next === undefined || next.startsWith('--')) ? '--seed=' : arg
  })

const readArgs = (argv: string[]) => {
  try {
    return parseArgs({
      args: withSeedValue(argv),
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        seed: { type: 'string' },
        manifest: { type: 'string' },
        env: { type: 'string' },
        host: { type: 'string' },
        'no-timers': { type: 'boolean' },
        quiet: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    const named = error instanceof Error ? /'(-{0,2}[^' ]+)/.exec(error.message)?.[1] : undefined
    const missing = error instanceof Error && error.message.includes('argument missing')
    throw badDay(
      missing ? `选项 ${named} 后面缺少值，${USAGE}。` : `不认识的选项 ${named ?? argv.join(' ')}，${USAGE}。`,
    )
  }
}

const portOf = (text: string | undefined): number => {
  if (text === undefined) return DEFAULT_PORT
  if (/^\d+$/.test(text) && Number(text) <= 65535) return Number(text)
  throw badDay(`--port 的值“${text}”不是端口号，请写 1 到 65535 之间的整数（0 表示自动挑选）。`)
}

/** Reads the command line. @param distDir folder of the build @throws BadDay */
export const parseOptions = (argv: string[], distDir: string): Options => {
  const values = readArgs(argv)
  if (values.host !== undefined && !LOOPBACK.includes(values.host))
    throw badDay(`本地云不验证身份，只能在本机（127.0.0.1）打开，不能使用 --host ${values.host}，请去掉这个选项。`)
  const manifestFile = path.resolve(values.manifest ?? path.join(distDir, 'cloud.json'))
  return {
    port: portOf(values.port),
    dataDir: path.resolve(values.data ?? path.join('.local', 'cloud')),
    manifestFile,
    seedFile:
      values.seed === ''
        ? path.join(path.dirname(manifestFile), 'seed', 'seed.ndjson')
        : values.seed && path.resolve(values.seed),
    envFile: values.env && path.resolve(values.env),
    timers: values['no-timers'] !== true,
    quiet: values.quiet === true,
  }
}
