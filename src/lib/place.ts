/** Degrees, as the phone gives them. */
export type Place = { latitude: number; longitude: number }

const patience = 4_000

/** The answer, or null where it takes longer than anybody waits at a door. */
export const inTime = (answer: Promise<Place | null>): Promise<Place | null> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), patience)
    void answer.then((place) => {
      clearTimeout(timer)
      resolve(place)
    })
  })
