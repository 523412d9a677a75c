import { useEffect } from 'react'
import { openTab } from '@/lib/go'
import { showToast } from '@/lib/toast-store'
import { useQueryParam } from './use-query-param'

/** A parameter the page cannot be without: a link that lost it leads home, with a word why. */
export const useNeededParam = (name: string): string => {
  const value = useQueryParam(name)
  useEffect(() => {
    if (value !== undefined) return
    showToast('链接不完整，已回到首页', 'bad')
    openTab('home')
  }, [value])
  return value ?? ''
}
