import { create } from 'zustand'
import { readStored, removeStored, writeStored } from '@/lib/storage'
import { tellScan } from '@/lib/scan-queue'
import { moveSource, noteSource } from '@/lib/visit-source'
import { addressScene } from './address-scene'
import { forgetChoice } from './contest-choice'
import { defaultBooth } from './default-booth'

type State = {
  /** The booth this visit belongs to. */
  booth: string | undefined
  /** Who showed his own code, where that was scanned last and no booth's. */
  by?: string | undefined
  /** False until it is known whether there is one. */
  known: boolean
}

export const useBooth = create<State>(() => ({ booth: undefined, known: false }))

/** A scanned booth: remembered, counted, and the visit belongs to it from now on. */
export const arriveAtBooth = (booth: string) => {
  writeStored('booth', { id: booth, at: new Date().toISOString() })
  noteSource('booth', booth)
  useBooth.setState({ booth, by: undefined, known: true })
  forgetChoice()
  void tellScan({ booth })
}

/** The code of a lost booth led here: the visit belongs to this one. */
export const followBooth = (lost: string, booth: string) => {
  writeStored('booth', { id: booth, at: new Date().toISOString() })
  moveSource(lost, booth)
  useBooth.setState({ booth })
}

/** Somebody's own code: the visit is shown his union, and counts for him. */
export const arriveByPerson = (by: string) => {
  noteSource('by', by)
  useBooth.setState({ booth: undefined, by, known: true })
  forgetChoice()
  void tellScan({ by })
}

/** A booth remembered from another day is no longer there: the visit goes on without one. */
export const forgetBooth = () => {
  removeStored('booth')
  useBooth.setState({ booth: undefined, by: undefined, known: true })
}

let started = false

/** Finds the booth once an opening: the address, else the last one scanned, else the default. */
export const findBooth = () => {
  if (started) return
  started = true
  const asked = addressScene()
  if (asked?.kind === 'booth') return arriveAtBooth(asked.id)
  if (asked?.kind === 'person') return arriveByPerson(asked.id)
  const last = readStored('booth')
  if (last) return useBooth.setState({ booth: last.id, known: true })
  void defaultBooth().then((booth) => {
    if (useBooth.getState().known) return
    if (booth) arriveAtBooth(booth)
    else useBooth.setState({ known: true })
  })
}
