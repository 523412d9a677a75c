import type { DriveCover } from 'types/drive-form'
import type { ShareFacts } from '@/lib/paint-share'
import { spanWords } from './drive-cover'
import { useSharePicture } from './share-canvas'

const colours: Record<DriveCover, ShareFacts['colours']> = {
  flag: ['#b02a24', '#7d1c18'],
  helmet: ['#8a5200', '#5f3800'],
  flame: ['#a63a14', '#6f2106'],
  sun: ['#9c3f0c', '#7a2c08'],
  health: ['#1a6f45', '#0e4a2d'],
  law: ['#2a5db0', '#1c3f7a'],
}

type Shared = { theme: string; slogan: string; from: string; to: string; union: string; cover: DriveCover }

const factsOf = ({ theme, slogan, from, to, union, cover }: Shared): ShareFacts => ({
  ...{ theme, slogan, union },
  days: spanWords(from, to),
  colours: colours[cover],
})

/** The picture of a drive's card in a chat. */
export const useShareCard = (shared: Shared | undefined) => useSharePicture(shared && factsOf(shared))
