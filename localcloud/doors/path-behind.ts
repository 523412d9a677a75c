import type { Exchange } from './door'

/** The decoded path behind a door's prefix; empty when its escapes are broken. */
export const pathBehind = ({ path }: Exchange, prefix: string): string => {
  try {
    return decodeURIComponent(path.slice(prefix.length))
  } catch {
    return ''
  }
}
