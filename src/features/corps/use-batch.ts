import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { OutputOf } from 'types/contract'
import type { ReviewDecision } from 'types/volunteer'
import { reviewEntries } from 'types/volunteer-review'
import { call } from '@/lib/call'
import { corpsKey } from './corps-call'

export type BatchRow = { id: string; version: number; name: string; opinion?: string }
export type Word = { decision: ReviewDecision; opinion: string; entered?: boolean }
type Result = OutputOf<typeof reviewEntries.reviewMany>['results'][number]

// Small enough that one sees it move; sent again, what is done answers again.
const atOnce = 20

/** Decides on many, a score at a time: what is done stays done, and after a bad moment the same tap goes on. */
export const useBatch = () => {
  const client = useQueryClient()
  const [results, setResults] = useState<readonly Result[]>([])
  const [total, setTotal] = useState(0)
  const [running, setRunning] = useState(false)
  const [error, setError] = useState<Error | null>(null)

  const run = async (rows: readonly BatchRow[], word: Word) => {
    setRunning(true)
    setError(null)
    setTotal(rows.length)
    setResults([])
    try {
      for (let start = 0; start < rows.length; start += atOnce) {
        const some = rows.slice(start, start + atOnce)
        const input = { ...word, rows: some.map(({ id, version, opinion }) => ({ id, version, opinion })) }
        const answer = await call(reviewEntries, 'volunteer', 'reviewMany', input)
        setResults((before) => [...before, ...answer.results])
      }
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown : new Error('没有办完'))
    }
    setRunning(false)
    for (const key of [corpsKey, 'desk']) void client.invalidateQueries({ queryKey: [key] })
  }
  const refused = results.flatMap((result) => (result.ok ? [] : [result]))
  const done = total > 0 && !running && !error
  return { run, results, refused, total, running, error, done }
}
