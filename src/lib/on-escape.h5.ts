/** Calls back when Escape is pressed; answers how to stop. */
export const onEscape = (close: () => void): (() => void) => {
  const listen = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
  }
  document.addEventListener('keydown', listen)
  return () => document.removeEventListener('keydown', listen)
}
