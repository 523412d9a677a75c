// Main package and each subpackage in KB, beside an empty Taro React build made by the same toolchain.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { figure } from '../support/figure'

type AppJson = { subPackages?: { root: string }[] }

// What DevTools does not upload, see packOptions of project.config.json.
const notUploaded = /\.LICENSE\.txt$|^project\.config\.json$/

const filesUnder = (root: string, folder = ''): [name: string, bytes: number][] =>
  readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name)
    return entry.isDirectory() ? filesUnder(root, name) : [[name, statSync(path.join(root, name)).size]]
  })

const kilobytes = (files: [string, number][]) => files.reduce((sum, [, bytes]) => sum + bytes, 0) / 1024

const read = (root: string) => filesUnder(root).filter(([name]) => !notUploaded.test(name))

const root = path.resolve('dist/weapp')
const files = read(root)
const app = JSON.parse(readFileSync(path.join(root, 'app.json'), 'utf8')) as AppJson
const roots = (app.subPackages ?? []).map((pack) => `${pack.root.replace(/\/$/, '')}/`)
const empty = kilobytes(read(path.resolve('dist/empty-app')))
const main = kilobytes(files.filter(([name]) => !roots.some((start) => name.startsWith(start))))
const whole = kilobytes(files)

const beside = (size: number) =>
  `${size.toFixed(0)} KB (${(size / empty).toFixed(2)} × the empty app's ${empty.toFixed(0)} KB)`

figure('main package', beside(main), 'at most 700 KB', main <= 700)
for (const start of roots) {
  const size = kilobytes(files.filter(([name]) => name.startsWith(start)))
  figure(`subpackage ${start}`, beside(size), 'at most 400 KB', size <= 400)
}
figure('whole mini program', beside(whole), 'at most 2048 KB', whole <= 2048)
