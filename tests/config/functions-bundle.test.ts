import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules, createRequire } from 'node:module'
import path from 'node:path'
import { environment, functions, tick } from '../../config/functions'

const root = path.resolve(__dirname, '../..')
const deployed = path.join(root, 'dist/cloudfunctions')
const read = (...parts: string[]) => readFileSync(path.join(deployed, ...parts), 'utf8')
const readJson = (...parts: string[]): unknown => JSON.parse(read(...parts))
const names = functions.map(({ name }) => name)

const sdkOwn = /^midas\./

const calledApis = (code: string) => {
  const found = [...code.matchAll(/\bopenapi\.([a-zA-Z]+\.[a-zA-Z]+)/g)].map(([, name]) => name ?? '')
  return [...new Set(found)].filter((name) => !sdkOwn.test(name)).sort()
}

const required = (code: string) => [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name ?? '')

describe('deployed functions', () => {
  test('every domain folder is declared and every declared function is built', () => {
    const folders = readdirSync(path.join(root, 'cloudfunctions'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    )
    expect(
      folders
        .map(({ name }) => name)
        .filter((name) => name !== 'kit')
        .sort(),
    ).toEqual([...names].sort())
    expect(readdirSync(deployed).sort()).toEqual([...names].sort())
  })

  test.each(functions)('$name asks WeChat for what its code calls and nothing more', ({ name, openapi }) => {
    expect([...openapi].sort()).toEqual(calledApis(read(name, 'index.js')))
    expect(readJson(name, 'config.json')).toEqual({
      permissions: { openapi: [...openapi] },
      triggers: [{ name: 'tick', type: 'timer', config: tick.cron }],
    })
  })

  test.each(names)('%s stands alone: Node and files beside it, no package to install', (name) => {
    for (const needed of required(read(name, 'index.js')).filter(
      (one) => !builtinModules.includes(one.replace(/^node:/, '')),
    )) {
      expect(needed).toMatch(/^\.\//)
      expect(existsSync(path.join(deployed, name, needed))).toBe(true)
    }
    expect(readJson(name, 'package.json')).toMatchObject({ name, main: 'index.js' })
    expect(readJson(name, 'package.json')).not.toHaveProperty('dependencies')
  })

  test.each(names)('%s is loaded without a sheet library, an AI client or a SQL client', (name) => {
    const code = read(name, 'index.js')
    expect(code).toContain('云函数包不含 AI 客户端')
    expect(code).toContain('云函数包不含数据模型与 SQL 客户端')
    expect(code).not.toMatch(/hunyuan|sharedStrings\.xml/)
  })

  test('cloudbaserc.json names runtime, limits and the environment of each', () => {
    const { functions: listed, ...rest } = JSON.parse(
      readFileSync(path.join(root, 'dist/cloudbaserc.json'), 'utf8'),
    ) as Record<string, unknown>
    expect(rest).toEqual({ version: '2.0', envId: '{{env.TCB_ENV}}', functionRoot: 'dist/cloudfunctions' })
    expect(listed).toEqual(
      functions.map(({ name, timeoutSeconds, memoryMb }) => ({
        name,
        runtime: 'Nodejs20.19',
        timeout: timeoutSeconds,
        memorySize: memoryMb,
        handler: 'index.main',
        installDependency: false,
        envVariables: Object.fromEntries(environment.map((variable) => [variable, `{{env.${variable}}}`])),
        triggers: [{ name: 'tick', type: 'timer', config: tick.cron }],
      })),
    )
  })

  test('what was left out of the SDK says so when it is used', () => {
    const require = createRequire(__filename)
    const { createAI } = require('../../config/scripts/functions-bundle/no-ai.cjs') as { createAI: () => void }
    const { default: sql } = require('../../config/scripts/functions-bundle/no-sql.cjs') as {
      default: { generateHTTPClient: () => Record<string, unknown>; generateMySQLClient: () => () => void }
    }
    expect(createAI).toThrow('不含 AI 客户端')
    expect(() => sql.generateHTTPClient().post).toThrow('不含数据模型')
    expect(sql.generateMySQLClient()).toThrow('不含数据模型')
  })
})
