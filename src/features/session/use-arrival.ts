import { useEffect } from 'react'
import { useRouter } from '@tarojs/taro'
import { sceneOfQuery } from '@/lib/scene-of-text'
import { AppError } from 'types/app-error'
import { useLanding } from './api'
import { useChosen } from './contest-choice'
import { arriveAtBooth, arriveByPerson, findBooth, followBooth, forgetBooth, useBooth } from './booth-store'

/** The landing of the code this page was opened with, or of the one this visit already belongs to. Needs no account. */
export const useArrival = () => {
  const { params } = useRouter()
  const scene = sceneOfQuery(params)
  const scanned = scene?.kind === 'booth' ? scene.id : undefined
  const shown = scene?.kind === 'person' ? scene.id : undefined
  useEffect(() => {
    if (scanned) arriveAtBooth(scanned)
    else if (shown) arriveByPerson(shown)
    else findBooth()
  }, [scanned, shown])
  const { booth, by, known } = useBooth()
  const landing = useLanding({ booth, by }, known, useChosen().id)
  const { error, data } = landing
  const gone = booth !== undefined && booth !== scanned && error instanceof AppError && error.code === 'NOT_FOUND'
  useEffect(() => {
    if (gone) forgetBooth()
  }, [gone])
  const leadsTo = data?.booth?.id
  useEffect(() => {
    if (booth && leadsTo && leadsTo !== booth) followBooth(booth, leadsTo)
  }, [booth, leadsTo])
  return landing
}
