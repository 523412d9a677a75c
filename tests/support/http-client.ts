import { Agent, request } from 'node:http'

export type HttpReply = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }

export type HttpAsk = { method?: string; headers?: Record<string, string>; body?: string | Buffer }

export type HttpClient = { ask: (url: string, options?: HttpAsk) => Promise<HttpReply>; close: () => void }

/** Keep-alive HTTP that works in every jest environment. */
export const openHttpClient = (maxSockets = 256): HttpClient => {
  const agent = new Agent({ keepAlive: true, maxSockets })
  const ask = (url: string, { method = 'GET', headers = {}, body }: HttpAsk = {}): Promise<HttpReply> =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
      const outgoing = request(url, { method, agent, headers: { ...length, ...headers } }, (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('error', reject)
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) }),
        )
      })
      outgoing.on('error', reject)
      outgoing.end(body)
    })
  return { ask, close: () => agent.destroy() }
}
