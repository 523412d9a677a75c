import { paintShare, shareSize, type ShareFacts } from './paint-share'

/** Nothing to lay out: a browser draws off the page. */
export const shareCanvasId = ''

/** Paints the card a chat would show; answers the picture's address. */
export const drawShare = (facts: ShareFacts): Promise<string> => {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, shareSize)
  const context = canvas.getContext('2d')
  if (!context) return Promise.reject(new Error('no canvas'))
  paintShare(context, facts)
  return Promise.resolve(canvas.toDataURL('image/jpeg', 0.9))
}
