import { readFileSync } from 'node:fs'
import path from 'node:path'
import { dist } from '../lib/paths.mjs'

const readJson = (file) => JSON.parse(readFileSync(path.join(dist, file), 'utf8'))

/** What the build declares: `[{ name, indexes, rule }]`. */
export const readDeclared = () => {
  const rules = readJson('database.rules.json')
  return readJson('indexes.json').map(({ name, indexes }) => ({ name, indexes, rule: rules[name] }))
}

const keysText = (keys) => keys.map(({ field, order }) => `${field}:${order}`).join(',')
const sameIndex = (a, b) => (a.unique === true) === (b.unique === true) && keysText(a.keys) === keysText(b.keys)
const sameRule = (a, b) => a.read === b.read && a.write === b.write && Object.keys(a).length === Object.keys(b).length

/** One collection's differences from its declaration, as sentences. */
const compare = async (manager, { name, indexes, rule }) => {
  if (!(await manager.hasCollection(name))) return [`${name}：集合不存在`]
  const found = await manager.readIndexes(name)
  const wrongIndexes = indexes.flatMap((index) => {
    const there = found.find((one) => one.name === index.name)
    if (!there) return [`${name}：缺少索引 ${index.name}（${keysText(index.keys)}）`]
    return sameIndex(there, index) ? [] : [`${name}：索引 ${index.name} 与声明不同，请在控制台删除后重新运行`]
  })
  const isClosed = sameRule(await manager.readRule(name), rule)
  return isClosed ? wrongIndexes : [...wrongIndexes, `${name}：客户端权限没有关闭`]
}

const applyOne = async (manager, { name, indexes, rule }) => {
  await manager.createCollection(name)
  if (!sameRule(await manager.readRule(name), rule)) await manager.writeRule(name, rule)
  const found = new Set((await manager.readIndexes(name)).map((index) => index.name))
  for (const index of indexes) if (!found.has(index.name)) await manager.createIndex(name, index)
}

/** Applies the declarations (unless `check`) and reads everything back → what still differs, as sentences. */
export const applyDatabase = async (manager, declared, { check = false, say = () => undefined } = {}) => {
  const different = []
  for (const collection of declared) {
    if (!check) await applyOne(manager, collection)
    const found = await compare(manager, collection)
    say(`${found.length === 0 ? '✓' : '✕'} ${collection.name}`)
    different.push(...found)
  }
  return different
}
