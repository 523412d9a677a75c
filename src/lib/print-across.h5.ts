/** Prints the page at hand on A4 sheets laid across; null where nothing can be printed. */
export const printAcross: (() => void) | null = () => {
  const style = document.createElement('style')
  style.textContent = '@page { size: A4 landscape; margin: 8mm }'
  document.head.append(style)
  window.print()
  style.remove()
}
