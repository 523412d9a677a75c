import { askPrivacy } from './privacy'
import type { Place } from './place'

const patience = 4_000

export const mayLocate = (): boolean => 'geolocation' in navigator

const locate = (): Promise<Place | null> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(null), patience)
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => resolve({ latitude, longitude }),
      () => resolve(null),
    )
  })

/** Where the phone says it is; null after a no, without the interface, and where it takes too long. Never throws. */
export const whereAmI = async (): Promise<Place | null> =>
  mayLocate() && (await askPrivacy('location')) ? locate() : null
