const widths = { A4: 210, A3: 297 } as const
export type PaperSize = keyof typeof widths

// On a screen each page scrolls inside a box as high as the window; on paper the box would cut all but the first sheet.
const unboxed = `@media print { html, body, #app, .taro_router, .taro_router > .taro_page {
  position: static !important; height: auto !important; max-height: none !important;
  overflow: visible !important; transform: none !important } }`

/**
 * Prints the page at hand on upright sheets without margins; `--sheet-u` is a hundredth of the sheet's width. null where
 * nothing can be printed.
 */
export const printSheets: ((size: PaperSize) => void) | null = (size) => {
  const style = document.createElement('style')
  const sheet = `@page { size: ${size} portrait; margin: 0 } :root { --sheet-u: ${widths[size] / 100}mm }`
  style.textContent = `${sheet}\n${unboxed}`
  document.head.append(style)
  window.print()
  style.remove()
}
