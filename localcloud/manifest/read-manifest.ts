import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { badDay } from '../cli/bad-day'
import { parseCron } from '../timers/parse-cron'
import type { CloudManifest } from './cloud-manifest'
import { manifestFaults } from './manifest-faults'

const parse = (file: string): unknown => {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw badDay(`没有找到构建清单 ${file}，请先运行 npm run build。`)
  }
  try {
    return JSON.parse(text)
  } catch {
    throw badDay(`构建清单 ${file} 不是完整的 JSON，请先运行 npm run build 重新生成。`)
  }
}

const checkParts = (manifest: CloudManifest): void => {
  for (const fn of manifest.functions) {
    if (!existsSync(path.join(fn.dir, 'index.js')))
      throw badDay(`云函数 ${fn.name} 还没有构建（缺少 ${path.join(fn.dir, 'index.js')}），请先运行 npm run build。`)
    for (const timer of fn.timers)
      if (!parseCron(timer.cron))
        throw badDay(`云函数 ${fn.name} 的定时器 ${timer.name} 的时间“${timer.cron}”不是七段式，请改正后重新构建。`)
  }
  if (manifest.mediaCallback && !manifest.functions.some((fn) => fn.name === manifest.mediaCallback))
    throw badDay(`构建清单里的 mediaCallback 指向不存在的云函数 ${manifest.mediaCallback}，请改正后重新构建。`)
}

/**
 * Reads and checks `cloud.json`; folders in it become absolute.
 * @throws BadDay with the sentence to show when it is missing, broken or names a bundle that is not built.
 */
export const readManifest = (file: string): CloudManifest => {
  const value = parse(file)
  const faults = manifestFaults(value)
  if (faults.length > 0)
    throw badDay(`构建清单 ${file} 的 ${faults.join('、')} 缺失或格式不对，请先运行 npm run build 重新生成。`)
  const raw = value as CloudManifest
  const base = path.dirname(path.resolve(file))
  const manifest = {
    ...raw,
    functions: raw.functions.map((fn) => ({ ...fn, dir: path.resolve(base, fn.dir) })),
    h5: raw.h5 && path.resolve(base, raw.h5),
  }
  checkParts(manifest)
  return manifest
}
