/** Prints the page at hand on A4 sheets laid across; null where nothing can be printed. */
export const printAcross: (() => void) | null = null
