import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { inRoot, root } from './paths.mjs'
import { findChromium } from './run-jest.mjs'
import { badDay, say } from './say.mjs'

/** Entries of tests/<room>: the file `<name>.ts`, and every file of the folder `<name>`. */
export const entriesOf = (room, name) => {
  const file = `tests/${room}/${name}.ts`
  const folder = `tests/${room}/${name}`
  const inside = existsSync(inRoot(folder)) && statSync(inRoot(folder)).isDirectory() ? readdirSync(inRoot(folder)) : []
  const files = inside.filter((child) => child.endsWith('.ts')).map((child) => `${folder}/${child}`)
  return [...(existsSync(inRoot(file)) ? [file] : []), ...files.sort()]
}

/** Every top-level entry of tests/<room>. */
export const allEntriesOf = (room) =>
  readdirSync(inRoot('tests', room))
    .filter((child) => child.endsWith('.ts'))
    .sort()
    .map((child) => path.posix.join('tests', room, child))

const runOne = (entry, env) =>
  new Promise((resolve, reject) => {
    const args = [inRoot('config/scripts/run-ts.mjs'), entry]
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
      process.stdout.write(chunk)
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })

/** Runs measuring scripts one after another; 1 when a figure falls short, a script fails or prints no figure, else 0. */
export const runFigures = async (entries) => {
  if (entries.length === 0) throw badDay('没有找到要测量的内容，请检查名字（tests/prove、tests/bench 下的文件名）。')
  const env = { ...process.env, TEST_CHROMIUM: JSON.stringify(findChromium()) }
  let worst = 0
  for (const entry of entries) {
    const { code, output } = await runOne(entry, env)
    const figures = output.split('\n').filter((line) => /, (holds|falls short)$/.test(line))
    if (figures.length === 0) say(`${entry} 没有量出任何数字。`)
    if (code !== 0 || figures.length === 0 || figures.some((line) => line.endsWith('falls short'))) worst = 1
  }
  return worst
}
