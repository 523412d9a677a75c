import type { OutboxItem } from './aggregate'
import { platform } from './cloud'

const chunkSize = 50

const send = async (from: string, to: string, items: readonly OutboxItem[]): Promise<string[]> => {
  const input = { from, items: items.map(({ id, kind, payload }) => ({ id, kind, payload })) }
  const { result } = await platform.callFunction({ name: to, data: { action: 'deliver', input } })
  const envelope = result as { ok: boolean; data?: { accepted: string[] } } | undefined
  return envelope?.ok && envelope.data ? envelope.data.accepted : []
}

/** Hands items to the functions they are for; what a function did not accept stays in the outbox for the next round. */
export const deliver = async (from: string, items: readonly OutboxItem[]): Promise<Set<string>> => {
  const accepted = new Set<string>()
  for (const to of new Set(items.map((item) => item.to))) {
    const own = items.filter((item) => item.to === to)
    for (let start = 0; start < own.length; start += chunkSize) {
      try {
        for (const id of await send(from, to, own.slice(start, start + chunkSize))) accepted.add(id)
      } catch {
        // The receiving function is down or slow: its items wait, the other receivers still get theirs.
        break
      }
    }
  }
  return accepted
}
