import * as z from './zod'

/** Fewer than these are told as "fewer than": nobody is to be picked out by a number. */
export const fewestTold = 3

/** The number, or null where it is one of a few. */
export const toldNumber = (count: number): number | null => (count >= fewestTold ? count : null)

export const Told = z.int().nullable().describe('null: fewer than three')

/** How the few read, wherever a number would stand. */
export const fewWords = `少于 ${fewestTold}`
