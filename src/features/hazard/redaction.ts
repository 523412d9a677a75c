import { useEffect } from 'react'
import { create } from 'zustand'
import { openPage } from '@/lib/go'
import { dropKeptFile } from '@/lib/kept-file'
import { routes } from '@/lib/routes'

/** The photo that was covered last, and the one that takes its place. */
export const useCovered = create<{ done: { from: string; to: string } | null }>(() => ({ done: null }))

/** Opens the page that covers faces and plates of a photo. */
export const coverPhoto = (kept: string) => openPage(routes.hazardRedact, { kept })

/** Puts a covered photo in the place of what it was; the uncovered one leaves the phone. */
export const useTakeCovered = (photos: readonly string[], onChange: (photos: string[]) => void) => {
  const done = useCovered((covered) => covered.done)
  useEffect(() => {
    if (!done || !photos.includes(done.from)) return
    onChange(photos.map((kept) => (kept === done.from ? done.to : kept)))
    useCovered.setState({ done: null })
    void dropKeptFile(done.from)
  }, [done, photos, onChange])
}
