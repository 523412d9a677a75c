export type PaperSize = 'A4' | 'A3'

/** A phone prints nothing. */
export const printSheets: ((size: PaperSize) => void) | null = null
