import { inTime, type Place } from './place'
import { askPrivacy } from './privacy'

export const mayLocate = (): boolean => 'geolocation' in navigator

const locate = (): Promise<Place | null> =>
  new Promise((resolve) =>
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => resolve({ latitude, longitude }),
      () => resolve(null),
    ),
  )

/** Where the phone says it is; null after a no, without the interface, and where it takes too long. Never throws. */
export const whereAmI = async (): Promise<Place | null> =>
  mayLocate() && (await askPrivacy('location')) ? inTime(locate()) : null
