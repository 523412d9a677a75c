import { loadDemo } from '@/lib/persona.h5'

/** The demonstration's booth stands in for a scan. */
export const defaultBooth = (): Promise<string | undefined> => loadDemo().then((demo) => demo.booth)
