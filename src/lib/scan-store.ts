import { create } from 'zustand'

/** The browser's stand-in for the camera: a sheet that takes the text of a code. */
export const useScanAsk = create<{ answer: ((text: string | null) => void) | null }>(() => ({ answer: null }))
