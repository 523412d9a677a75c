import { create } from 'zustand'

export type ToastTone = 'plain' | 'good' | 'bad'
type Toast = { text: string; tone: ToastTone; serial: number } | null

/** The one short message at the top of the page. Ours, not WeChat's: it grows with the text size and is read aloud. */
export const useToast = create<{ toast: Toast }>(() => ({ toast: null }))

let serial = 0
let timer: ReturnType<typeof setTimeout> | undefined

export const hideToast = () => useToast.setState({ toast: null })

/** Shows one sentence for as long as it takes to read it (2 to 6 seconds). */
export const showToast = (text: string, tone: ToastTone = 'plain') => {
  clearTimeout(timer)
  serial += 1
  useToast.setState({ toast: { text, tone, serial } })
  timer = setTimeout(hideToast, Math.min(6000, 2000 + text.length * 120))
}
