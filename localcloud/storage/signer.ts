import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { PlatformStore } from '../state/open-platform-store'

export type Signer = {
  sign: (...parts: (string | number)[]) => string
  verify: (signature: string, ...parts: (string | number)[]) => boolean
}

const SECRET = 'storage/secret'

/** Signs addresses with a secret of this data folder. */
export const openSigner = (store: PlatformStore): Signer => {
  const secret = store.get<string>(SECRET) ?? randomBytes(32).toString('hex')
  store.set(SECRET, secret)
  const sign = (...parts: (string | number)[]): string =>
    createHmac('sha256', secret).update(parts.join('\n')).digest('hex').slice(0, 32)
  return {
    sign,
    verify: (signature, ...parts) => {
      const right = Buffer.from(sign(...parts))
      const given = Buffer.from(signature)
      return given.length === right.length && timingSafeEqual(given, right)
    },
  }
}
