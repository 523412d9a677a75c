import { useScanAsk } from './scan-store'

/** Takes any code as text; null when the person gave up. */
export const scanText = (): Promise<string | null> =>
  new Promise((resolve) => {
    const answer = (text: string | null) => {
      useScanAsk.setState({ answer: null })
      resolve(text?.trim() || null)
    }
    useScanAsk.setState({ answer })
  })
