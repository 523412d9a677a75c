const widths = { A4: 210, A3: 297 } as const
export type PaperSize = keyof typeof widths

/**
 * Prints the page at hand on upright sheets without margins; `--sheet-u` is a hundredth of the sheet's width. null where
 * nothing can be printed.
 */
export const printSheets: ((size: PaperSize) => void) | null = (size) => {
  const style = document.createElement('style')
  style.textContent = `@page { size: ${size} portrait; margin: 0 } :root { --sheet-u: ${widths[size] / 100}mm }`
  document.head.append(style)
  window.print()
  style.remove()
}
