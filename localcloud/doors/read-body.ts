import type { IncomingMessage } from 'node:http'
import { refusal } from './door'

const MOST_BYTES = 16 * 1024 * 1024

export const readBody = (request: IncomingMessage, limit = MOST_BYTES): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
    })
    request.on('end', () => {
      if (size > limit) reject(refusal(413, `内容有 ${size} 字节，超过了 ${limit} 字节的上限，请减小后再传。`))
      else resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks))
    })
    request.on('error', reject)
    request.on('close', () => {
      if (!request.complete) reject(refusal(400, '请求没有传完就断开了，请重试。'))
    })
  })
