import path from 'node:path'
import { dist, inRoot } from './paths.mjs'

export const seedFile = path.join(dist, 'seed', 'seed.ndjson')
export const cloudMain = path.join(dist, 'localcloud', 'main.js')

const standsAlone = (args, at) => args[at + 1] === undefined || args[at + 1].startsWith('--')

/** The local cloud's arguments with what this repository supplies: its seed file and its local-only keys. */
export const cloudArgs = (args) => {
  const filled = args.flatMap((arg, at) => (arg === '--seed' && standsAlone(args, at) ? [arg, seedFile] : [arg]))
  return filled.includes('--env') ? filled : [...filled, '--env', inRoot('config/local.env')]
}
