import { readFileSync } from 'node:fs'
import { badDay } from './bad-day'

const unquoted = (value: string): string => /^(["'])(.*)\1$/.exec(value)?.[2] ?? value

/** Reads KEY=VALUE lines; empty lines and lines starting with # are passed over. @throws BadDay */
export const readEnvFile = (file: string): Record<string, string> => {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw badDay(`读不到变量文件 ${file}，请检查 --env 的路径。`)
  }
  const entries = text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '' || line.trimStart().startsWith('#')) return []
    const match = /^\s*([A-Za-z_]\w*)\s*=(.*)$/.exec(line)
    if (!match) throw badDay(`变量文件 ${file} 第 ${index + 1} 行不是“名称=值”的写法，请改正。`)
    return [[match[1] ?? '', unquoted((match[2] ?? '').trim())] as const]
  })
  return Object.fromEntries(entries)
}
