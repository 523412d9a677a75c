import { showToast } from './toast-store'

/** How a command ends well: it says so, and its form goes. `useX().mutate(input, saying('已记录', onClose))` */
export const saying = (words: string, onClose: () => void) => ({
  onSuccess: () => {
    showToast(words, 'good')
    onClose()
  },
})
