import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { badDay } from '../cli/bad-day'
import { isRefusal, JSON_TYPE, type Door, type Exchange, type Reply } from './door'
import { isLocalRequest } from './guard-host'
import { readBody } from './read-body'

export type Http = {
  url: string
  port: number
  /** Until doors are hung, everything is answered "starting". */
  hang: (doors: Door[]) => void
  close: () => Promise<void>
}

const SAFE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'SAMEORIGIN',
  'cache-control': 'no-store',
}

const send = (response: ServerResponse, reply: NonNullable<Reply>): void => {
  const { status = 200, body, type = 'text/plain; charset=utf-8', headers } = reply
  if (response.destroyed) return
  response.writeHead(status, {
    ...SAFE_HEADERS,
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    ...headers,
  })
  response.end(body)
}

const sentence = (status: number, text: string): NonNullable<Reply> => ({
  status,
  body: JSON.stringify({ message: text }),
  type: JSON_TYPE,
})

const failureOf = (error: unknown): NonNullable<Reply> => {
  if (isRefusal(error)) return sentence(error.status, error.message)
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  return sentence(500, '本地云出了点问题，详情见终端输出。')
}

const findDoor = (doors: Door[], method: string, path: string): Door | undefined =>
  doors.find(
    (door) => door.method === method && (door.path.endsWith('/') ? path.startsWith(door.path) : path === door.path),
  )

const exchangeOf = (request: IncomingMessage, response: ServerResponse): Exchange => {
  const url = request.url ?? '/'
  const mark = url.indexOf('?')
  return {
    request,
    response,
    path: mark < 0 ? url : url.slice(0, mark),
    query: () => new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1)),
    body: (limit) => readBody(request, limit),
  }
}

const answer = async (doors: Door[] | undefined, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  if (!isLocalRequest(request)) return send(response, sentence(403, '本地云只回答本机（127.0.0.1）发来的请求。'))
  if (!doors) return send(response, sentence(503, '本地云正在启动，请稍候再试。'))
  const exchange = exchangeOf(request, response)
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET')
  const door = findDoor(doors, method, exchange.path)
  if (!door) return send(response, sentence(404, `没有这个入口：${request.method} ${exchange.path}。`))
  try {
    const reply = await door.open(exchange)
    if (reply) send(response, reply)
  } catch (error) {
    send(response, failureOf(error))
  }
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(badDay(`端口 ${port} 已被别的程序占用，请关掉那个程序，或用 --port 换一个端口。`))
      else if (error.code === 'EACCES') reject(badDay(`没有权限使用端口 ${port}，请用 --port 换一个 1024 以上的端口。`))
      else reject(error)
    })
    server.listen(port, '127.0.0.1', 1024, resolve)
  })

/** Opens the port on loopback; the doors are hung later, when the rooms behind them are ready. */
export const openHttp = async (port: number): Promise<Http> => {
  let doors: Door[] | undefined
  const server = createServer({ keepAliveTimeout: 75_000, noDelay: true }, (request, response) => {
    void answer(doors, request, response)
  })
  await listen(server, port)
  const actual = (server.address() as AddressInfo).port
  return {
    url: `http://127.0.0.1:${actual}`,
    port: actual,
    hang: (hung) => {
      doors = hung
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
