/** A whole number from `min` to `max`; what a number field left empty is not. */
export const isWithin = (value: number | undefined, min: number, max: number): value is number =>
  value !== undefined && Number.isInteger(value) && value >= min && value <= max
