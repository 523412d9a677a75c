import { useEffect } from 'react'
import { useRouter } from '@tarojs/taro'
import { sceneOfQuery } from '@/lib/scene-of-text'
import { useLanding } from './api'
import { arriveAtBooth, findBooth, useBooth } from './booth-store'

/** The landing of the booth this page was opened with, or of the one this visit already belongs to. Needs no account. */
export const useArrival = () => {
  const { params } = useRouter()
  const scene = sceneOfQuery(params)
  const scanned = scene?.kind === 'booth' ? scene.id : undefined
  useEffect(() => {
    if (scanned) arriveAtBooth(scanned)
    else findBooth()
  }, [scanned])
  const { booth, known } = useBooth()
  return useLanding(booth, known)
}
