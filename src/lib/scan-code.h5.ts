import { sceneOfText } from './scene-of-text'
import { useScanAsk } from './scan-store'
import type { Scene } from 'types/ids'

/** Takes a code as text. Answers what it leads to; null when it is none of ours or the person gave up. */
export const scanCode = (): Promise<Scene | 'unknown' | null> =>
  new Promise((resolve) => {
    const answer = (text: string | null) => {
      useScanAsk.setState({ answer: null })
      resolve(text === null ? null : (sceneOfText(text) ?? 'unknown'))
    }
    useScanAsk.setState({ answer })
  })
