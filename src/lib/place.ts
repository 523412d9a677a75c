/** Degrees, as the phone gives them. */
export type Place = { latitude: number; longitude: number }
