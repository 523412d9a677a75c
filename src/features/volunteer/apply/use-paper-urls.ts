import { useKeptUrls } from '@/hooks/use-kept-urls'
import type { Application } from '../api'

export type Before = Application | null

const isStored = (kept: string) => kept.startsWith('cloud://')

/** Picture of the form → a path that shows it: kept on this phone, or handed in before. */
export const usePaperUrls = (kept: readonly string[], before: Before): Record<string, string> => {
  const here = useKeptUrls(kept.filter((one) => one !== '' && !isStored(one)))
  const papers = before?.papers
  const stored = [papers?.photo, ...(papers?.certificates ?? [])].flatMap((one) => (one ? [[one.fileId, one.url]] : []))
  return { ...Object.fromEntries(stored), ...here }
}
