import type { IncomingMessage, ServerResponse } from 'node:http'

/** One HTTP request at a door. */
export type Exchange = {
  request: IncomingMessage
  response: ServerResponse
  /** Path without query, decoded segments are the door's business. */
  path: string
  query: () => URLSearchParams
  /** Whole body; throws a Refusal when larger than `limit` bytes. */
  body: (limit?: number) => Promise<Buffer>
}

/** What a door answers; undefined when it has dealt with the response itself. */
export type Reply =
  { status?: number; body: string | Buffer; type?: string; headers?: Record<string, string> } | undefined

/** `path` matches exactly, or as a prefix when it ends with a slash. */
export type Door = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  open: (exchange: Exchange) => Reply | Promise<Reply>
}

export const JSON_TYPE = 'application/json; charset=utf-8'

export const jsonReply = (value: unknown, status = 200): Reply => ({
  status,
  body: JSON.stringify(value),
  type: JSON_TYPE,
})

type Refusal = Error & { status: number }

/** An error that a door answers as one Chinese sentence with a status. */
export const refusal = (status: number, sentence: string): Refusal =>
  Object.assign(new Error(sentence), { name: 'Refusal', status })

export const isRefusal = (error: unknown): error is Refusal => error instanceof Error && error.name === 'Refusal'
