import type { Cloud } from './cloud'
import { rawDocuments } from './raw-documents'

type Answered = { answer?: { photos: { clean: boolean }[] } | null }

const isCleaned = async (cloud: Cloud, words: string) => {
  const [found] = (await rawDocuments(cloud, 'hazards', { words })) as Answered[]
  return found?.answer?.photos.every(({ clean }) => clean) ?? false
}

/** Lets the timer work until the pictures of the answer are cleaned: only those count as evidence. */
export const cleanPictures = async (cloud: Cloud, words: string): Promise<void> => {
  for (let minutes = 0; minutes < 20; minutes += 1) {
    if (await isCleaned(cloud, words)) return
    await cloud.tick('hazard')
  }
  throw new Error('the pictures of the answer are not cleaned after twenty minutes')
}
