import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { collections } from '../../config/database'
import { functions } from '../../config/functions'
import type { Cloud } from '../support/cloud'
import { entries, nameOf } from './contracts'
import { startWorld } from './world'

const root = path.resolve(__dirname, '../..')

const sourcesOf = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(root, folder, name))

const textOf = (node: ts.Node | undefined) => (node && ts.isStringLiteralLike(node) ? node.text : undefined)

/** `call(contract, 'domain', 'action', …)`, and `{ domain: 'x', action: 'y' }` for the submit queue. */
const pairOf = (node: ts.Node): string | undefined => {
  if (ts.isCallExpression(node)) {
    const [domain, action] = [textOf(node.arguments[1]), textOf(node.arguments[2])]
    return domain && action ? `${domain}.${action}` : undefined
  }
  if (!ts.isObjectLiteralExpression(node)) return undefined
  const valueOf = (name: string) => {
    const property = node.properties.find((one) => ts.isPropertyAssignment(one) && one.name.getText() === name)
    return property && ts.isPropertyAssignment(property) ? textOf(property.initializer) : undefined
  }
  const [domain, action] = [valueOf('domain'), valueOf('action')]
  return domain && action ? `${domain}.${action}` : undefined
}

const domains = new Set(entries.map(({ domain }) => domain))

/** Domain and action of `useDeskCommand(contract, 'hazard', action)`: every literal of the union the caller allows. */
const callersOf = (file: string): string[] => {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node) => {
    const pair = pairOf(node)
    if (pair) found.push(pair)
    // A hook for several actions of one domain names them in a union type and the domain in its call.
    if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal))
      for (const domain of domains)
        if (new RegExp(`'${domain}'`).test(source.text)) found.push(`${domain}.${node.literal.text}`)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

describe('every entry of every contract', () => {
  const called = new Set(sourcesOf('src').flatMap(callersOf))
  const forPeople = entries.filter(({ entry }) => entry.kind === 'command' || entry.kind === 'query')

  test.each(forPeople.map(nameOf))('%s has a caller on the phone', (name) => {
    expect([name, called.has(name)]).toEqual([name, true])
  })

  test('a command has an audit verb, and only a command', () => {
    const wrong = entries.filter(({ entry }) => (entry.kind === 'command') !== (entry.audit !== undefined)).map(nameOf)
    expect(wrong).toEqual([])
  })

  test('access is declared', () => {
    expect(entries.filter(({ entry }) => !entry.access).map(nameOf)).toEqual([])
  })
})

describe('every entry in the deployed functions', () => {
  let cloud: Cloud
  beforeAll(async () => {
    cloud = await startWorld()
  })
  afterAll(() => cloud.stop())

  test.each(entries.map((named) => [nameOf(named), named] as const))(
    '%s has a handler',
    async (_name, { domain, action }) => {
      const { status, body } = await cloud.callRaw(
        domain,
        { action, input: { '': 1 } },
        'oNobodyInParticularWasHere000',
      )
      expect(status).toBe(200)
      expect((body as { error?: { code: string } }).error?.code).not.toBe('UNKNOWN_ACTION')
    },
  )
})

describe('what is declared and what is built agree', () => {
  test('each contract is one deployed function with one timer at most', () => {
    expect(functions.map(({ name }) => name).sort()).toEqual([...domains].sort())
    for (const { name } of functions) {
      const config = JSON.parse(readFileSync(path.join(root, `dist/cloudfunctions/${name}/config.json`), 'utf8')) as {
        permissions: { openapi: string[] }
        triggers?: unknown[]
      }
      expect((config.triggers ?? []).length).toBeLessThanOrEqual(1)
      expect(new Set(config.permissions.openapi).size).toBe(config.permissions.openapi.length)
    }
  })

  test('every page of the app is in the package', () => {
    const app = JSON.parse(readFileSync(path.join(root, 'dist/weapp/app.json'), 'utf8')) as {
      pages: string[]
      subPackages?: { root: string; pages: string[] }[]
    }
    const all = [
      ...app.pages,
      ...(app.subPackages ?? []).flatMap((one) => one.pages.map((page) => `${one.root}/${page}`)),
    ]
    const missing = all.filter((page) => !existsSync(path.join(root, 'dist/weapp', `${page}.js`)))
    expect(missing).toEqual([])
    expect(all.length).toBeGreaterThan(20)
  })

  test('a store names only collections its room may write or read', () => {
    const allowed = (room: string) =>
      new Set(
        collections
          .filter(({ writer, readBy }) => writer === room || readBy.some((reader) => reader === room))
          .map(({ name }) => name),
      )
    const wrong = sourcesOf('cloudfunctions').flatMap((file) => {
      const room = path.relative(path.join(root, 'cloudfunctions'), file).split(path.sep)[0] ?? ''
      const named = [...readFileSync(file, 'utf8').matchAll(/\bcollection(?:<[^(]*>)?\('([a-z_]+)'\)/g)].map(
        (match) => match[1] ?? '',
      )
      const permitted = allowed(room)
      return named.filter((name) => !permitted.has(name)).map((name) => `${path.relative(root, file)}: ${name}`)
    })
    expect(wrong).toEqual([])
  })

  test('no client reads or writes the database', () => {
    const rules = JSON.parse(readFileSync(path.join(root, 'dist/database.rules.json'), 'utf8')) as Record<
      string,
      unknown
    >
    const own = Object.entries(rules).map(([name, rule]) => [name, JSON.stringify(rule)])
    expect(own.length).toBe(collections.length)
    for (const [name, rule] of own) expect([name, rule]).toEqual([name, '{"read":false,"write":false}'])
    const offenders = sourcesOf('src').filter((file) => /cloud\.database\(/.test(readFileSync(file, 'utf8')))
    expect(offenders).toEqual([])
  })
})
