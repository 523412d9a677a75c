import * as z from './zod'

const Class = z.object({ standard: z.string(), code: z.string() }).nullable()

/** How a hazard was classed, each by the edition it was given in. */
export const HazardClasses = z.object({ accident: Class, factor: Class, basis: Class, note: z.string().nullable() })
export type HazardClasses = z.output<typeof HazardClasses>
