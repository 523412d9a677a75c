import type { IncomingMessage } from 'node:http'

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

const hostName = (host: string): string => host.replace(/:\d*$/, '').toLowerCase()

const originName = (origin: string): string => {
  try {
    return new URL(origin).hostname
  } catch {
    return origin
  }
}

/**
 * Only requests addressed to this machine by name pass, so a foreign page cannot reach the doors by DNS rebinding;
 * a page of another origin is refused as well.
 */
export const isLocalRequest = ({ headers }: IncomingMessage): boolean =>
  LOOPBACK.has(hostName(headers.host ?? '')) &&
  (headers.origin === undefined || LOOPBACK.has(originName(headers.origin)))
