import { useEffect, useState } from 'react'
import { openKeptFile } from '@/lib/kept-file'

/** Kept file → a path that shows it, as soon as it is known. */
export const useKeptUrls = (kept: readonly string[]): Record<string, string> => {
  const [urls, setUrls] = useState<Record<string, string>>({})
  const names = kept.join('\n')
  useEffect(() => {
    let gone = false
    const wanted = names === '' ? [] : names.split('\n')
    void Promise.all(wanted.map(async (name) => [name, (await openKeptFile(name)) ?? ''] as const)).then((pairs) => {
      if (!gone) setUrls(Object.fromEntries(pairs))
    })
    return () => {
      gone = true
    }
  }, [names])
  return urls
}
