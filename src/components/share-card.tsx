import { useEffect, useState } from 'react'
import { Canvas } from '@tarojs/components'
import type { DriveCover } from 'types/drive-form'
import type { ShareFacts } from '@/lib/paint-share'
import { drawShare, shareCanvasId } from '@/lib/share-picture'
import { spanWords } from './drive-cover'
import './share-card.scss'

const colours: Record<DriveCover, ShareFacts['colours']> = {
  flag: ['#b02a24', '#7d1c18'],
  helmet: ['#8a5200', '#5f3800'],
  flame: ['#a63a14', '#6f2106'],
  sun: ['#9c3f0c', '#7a2c08'],
  health: ['#1a6f45', '#0e4a2d'],
  law: ['#2a5db0', '#1c3f7a'],
}

type Shared = { theme: string; slogan: string; from: string; to: string; union: string; cover: DriveCover }

/** Where the canvas of useShareCard stands on the page; nothing in a browser. */
export const ShareCanvas = () =>
  shareCanvasId ? <Canvas type="2d" id={shareCanvasId} className="share-canvas" /> : null

/** The picture of a drive's card in a chat, once it is painted; without one WeChat takes the screen. */
export const useShareCard = (shared: Shared | undefined): string | undefined => {
  const [path, setPath] = useState<string>()
  const { theme, slogan, from, to, union, cover } = shared ?? {}
  useEffect(() => {
    if (theme === undefined || !cover || !from || !to) return
    const facts = {
      theme,
      slogan: slogan ?? '',
      days: spanWords(from, to),
      union: union ?? '',
      colours: colours[cover],
    }
    let isHere = true
    drawShare(facts).then(
      (painted) => {
        if (isHere) setPath(painted)
      },
      // The page itself is card enough.
      () => undefined,
    )
    return () => {
      isHere = false
    }
  }, [theme, slogan, from, to, union, cover])
  return path
}
