import path from 'node:path'

/** Repository root. */
export const root = path.resolve(import.meta.dirname, '../../..')
export const inRoot = (...parts) => path.join(root, ...parts)
export const dist = inRoot('dist')
export const local = inRoot('.local')
