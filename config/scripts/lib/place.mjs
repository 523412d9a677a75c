import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { dist } from './paths.mjs'

const workshop = path.join(dist, '.build')

/** A fresh folder to build `name` in; nothing looks at it until `placeFolder`. */
export const freshFolder = (name) => {
  const folder = path.join(workshop, `${name}-${process.pid}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  return folder
}

/** Puts a finished folder in the place of the old one by renames alone. */
export const placeFolder = (folder, target) => {
  const old = `${folder}.old`
  mkdirSync(path.dirname(target), { recursive: true })
  if (existsSync(target)) renameSync(target, old)
  renameSync(folder, target)
  rmSync(old, { recursive: true, force: true })
}

/** Writes a whole file or nothing. */
export const placeFile = (target, content) => {
  mkdirSync(path.dirname(target), { recursive: true })
  const fresh = `${target}.${process.pid}.new`
  writeFileSync(fresh, content)
  renameSync(fresh, target)
}

/** Removes what a killed build left behind; call only while holding the build lock. */
export const sweepWorkshop = () => rmSync(workshop, { recursive: true, force: true })
