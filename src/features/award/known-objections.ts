import { readStored, writeStored } from '@/lib/storage'

/** Ids of what this phone raised against a list, newest first: who knows one may read its answer. */
export const knownObjections = (awardId: string): string[] => (readStored('objections') ?? {})[awardId] ?? []

export const rememberObjection = (awardId: string, id: string) =>
  writeStored('objections', {
    ...readStored('objections'),
    [awardId]: [id, ...knownObjections(awardId).filter((known) => known !== id)],
  })
