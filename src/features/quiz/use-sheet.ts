import { useCallback, useEffect, useRef, useState } from 'react'
import type { Paper } from 'types/quiz-play'
import * as z from 'types/zod'
import { readStored, writeStored } from '@/lib/storage'
import * as state from './sheet-state'

const draftVersion = 2

const readKept = (paperId: string): state.Standing[] => {
  const draft = readStored('draft-paper', paperId)
  const kept = z.array(state.Standing).safeParse(draft?.values)
  return draft?.version === draftVersion && kept.success ? kept.data : []
}

const keep = (paperId: string, values: readonly state.Standing[]) =>
  writeStored('draft-paper', { version: draftVersion, savedAt: new Date().toISOString(), values }, paperId)

/** The sheet of one paper: every answer that stands is kept on the phone before anything else happens. */
export const useSheet = (paper: Paper) => {
  const [sheet, setSheet] = useState(() => state.openSheet(paper, readKept(paper.id)))
  const latest = useRef(sheet)
  const spent = useRef<Record<number, number>>({})
  const since = useRef(0)
  useEffect(() => {
    since.current = Date.now()
  }, [])

  const current = useCallback(() => latest.current, [])
  /** Seconds the question shown has been before the person, all visits together. */
  const seconds = useCallback(() => {
    const before = spent.current[latest.current.at] ?? 0
    return Math.round((before + Date.now() - since.current) / 1000)
  }, [])
  const change = useCallback(
    (act: (now: state.Sheet) => state.Sheet) => {
      const before = latest.current
      const after = act(before)
      if (after === before) return
      if (after.standing !== before.standing) keep(paper.id, after.standing)
      if (after.at !== before.at) {
        spent.current[before.at] = (spent.current[before.at] ?? 0) + Date.now() - since.current
        since.current = Date.now()
      }
      latest.current = after
      setSheet(after)
    },
    [paper.id],
  )
  return { sheet, current, change, seconds }
}
