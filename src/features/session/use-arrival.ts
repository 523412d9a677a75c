import { useEffect } from 'react'
import { useRouter } from '@tarojs/taro'
import { sceneOfQuery } from '@/lib/scene-of-text'
import { AppError } from 'types/app-error'
import { useLanding } from './api'
import { useChosen } from './contest-choice'
import { arriveAtBooth, findBooth, forgetBooth, useBooth } from './booth-store'

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
  const landing = useLanding(booth, known, useChosen().id)
  const { error } = landing
  const gone = booth !== undefined && booth !== scanned && error instanceof AppError && error.code === 'NOT_FOUND'
  useEffect(() => {
    if (gone) forgetBooth()
  }, [gone])
  return landing
}
