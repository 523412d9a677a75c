/** Prints the page at hand; null where nothing can be printed. */
export const printPage: (() => void) | null = () => window.print()
