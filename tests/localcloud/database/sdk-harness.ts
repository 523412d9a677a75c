import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { AdminReply, AdminRequest } from '../../../localcloud/database/admin-request'
import type { CollectionDeclaration } from '../../../localcloud/database/collection-declaration'
import { openDatabase, type Database, type DatabaseOptions } from '../../../localcloud/database/open-database'

type Cloud = typeof import('wx-server-sdk')
export type SdkDatabase = ReturnType<Cloud['database']>

/** What a test holds: the real SDK's database, the database behind it, and every request that passed. */
export type SdkHarness = {
  db: SdkDatabase
  database: Database
  requests: AdminRequest[]
  /** Sends one request past the SDK. */
  send(request: AdminRequest): Promise<AdminReply>
  close(): Promise<void>
}

const serve = async (database: Database, requests: AdminRequest[]): Promise<Server> => {
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(parts).toString()) as AdminRequest
      requests.push(body)
      void Promise.resolve(database.handle(body)).then((reply) => {
        response.setHeader('content-type', 'application/json; charset=utf-8')
        response.end(JSON.stringify(reply))
      })
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return server
}

const pointSdkAt = (port: number): void => {
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local-test',
    TCB_ENV: 'local-test',
    TENCENTCLOUD_SECRETID: 'id',
    TENCENTCLOUD_SECRETKEY: 'key',
    TENCENTCLOUD_SESSIONTOKEN: 'token',
    SILENCE: 'true',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` }),
  })
}

type HarnessOptions = Partial<Omit<DatabaseOptions, 'file' | 'collections'>>

/** Opens a database in a fresh folder and the unchanged wx-server-sdk talking to it over loopback HTTP. */
export const openSdkHarness = async (
  collections: CollectionDeclaration[],
  options: HarnessOptions = {},
): Promise<SdkHarness> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'local-database-'))
  const database = openDatabase({ now: Date.now, ...options, file: path.join(folder, 'data.db'), collections })
  const requests: AdminRequest[] = []
  const server = await serve(database, requests)
  pointSdkAt((server.address() as AddressInfo).port)
  const cloud = await import('wx-server-sdk')
  cloud.init({ env: 'local-test', keepalive: true } as Parameters<Cloud['init']>[0])
  return {
    db: cloud.database({ throwOnNotFound: true } as Parameters<Cloud['database']>[0]),
    database,
    requests,
    send: async (request) => database.handle(request),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
      database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Documents of a `get()`, whatever the SDK's types say. */
export const dataOf = async (result: unknown): Promise<Record<string, unknown>[]> =>
  ((await result) as { data: Record<string, unknown>[] }).data

/** The one document of a `doc().get()`. */
export const docOf = async (result: unknown): Promise<Record<string, unknown>> =>
  ((await result) as { data: Record<string, unknown> }).data

/** Documents of an aggregation. */
export const listOf = async (result: unknown): Promise<Record<string, unknown>[]> =>
  ((await result) as { list: Record<string, unknown>[] }).list

export const totalOf = async (result: unknown): Promise<number> => ((await result) as { total: number }).total

/** `stats` of an update or a removal. */
export const statsOf = async (result: unknown): Promise<Record<string, number>> =>
  ((await result) as { stats: Record<string, number> }).stats

export type SdkFailure = { errCode?: number; errMsg?: string; code?: string; message: string }

/** The error a call ends with; a call that succeeds is an error of the test. */
export const failureOf = async (result: unknown): Promise<SdkFailure> => {
  try {
    await result
  } catch (error) {
    return error as SdkFailure
  }
  throw new Error('the call was expected to fail')
}
