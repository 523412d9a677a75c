import { useEffect, useState } from 'react'
import { Canvas } from '@tarojs/components'
import type { ShareFacts } from '@/lib/paint-share'
import { drawShare, shareCanvasId } from '@/lib/share-picture'
import './share-canvas.scss'

/** Where the canvas of useSharePicture stands on the page; nothing in a browser. */
export const ShareCanvas = () =>
  shareCanvasId ? <Canvas type="2d" id={shareCanvasId} className="share-canvas" /> : null

/** The picture of a page's card in a chat, once it is painted; without one WeChat takes the screen. */
export const useSharePicture = (facts: ShareFacts | undefined): string | undefined => {
  const [path, setPath] = useState<string>()
  const wanted = facts && JSON.stringify(facts)
  useEffect(() => {
    if (!wanted) return
    let isHere = true
    drawShare(JSON.parse(wanted) as ShareFacts).then(
      (painted) => {
        if (isHere) setPath(painted)
      },
      // The page itself is card enough.
      () => undefined,
    )
    return () => {
      isHere = false
    }
  }, [wanted])
  return path
}
