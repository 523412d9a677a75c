import { create } from 'zustand'
import type { QueueItem } from '@/lib/storage-keys'
import { openTab } from '@/lib/go'
import { writeStored } from '@/lib/storage'
import { takeBack } from '@/lib/submit-queue'
import { reportVersion, toValues } from './report-values'

type Round = {
  /** Grows with every fresh form. */
  round: number
  /** The report just submitted: its receipt is shown. */
  sentId: string | null
  /** The next report is about a danger to life. */
  danger: boolean
}

/** What the report tab shows: a form, or the receipt of what was just submitted. */
export const useReportRound = create<Round>(() => ({ round: 0, sentId: null, danger: false }))

export const showReceipt = (sentId: string) => useReportRound.setState({ sentId })

/** A fresh form, filled from the draft if there is one. */
export const startReport = () => useReportRound.setState(({ round }) => ({ round: round + 1, sentId: null }))

/** Goes on to the report of a danger to life: what is being written stays, only a receipt makes room. */
export const reportDanger = () => {
  if (useReportRound.getState().sentId) startReport()
  useReportRound.setState({ danger: true })
  openTab('hazard')
}

/** Puts a report that was not taken back into its form, to be changed and submitted again. */
export const reviseReport = (item: QueueItem) => {
  const taken = takeBack(item.id)
  if (!taken) return
  writeStored('draft-hazard', { version: reportVersion, savedAt: new Date().toISOString(), values: toValues(taken) })
  startReport()
  openTab('hazard')
}
