/** A piece of a text: what the dictionary holds for it, or null for a character that begins no word; `end` is where it stops. */
export type Piece<T> = { value: T | null; end: number }

/** Cuts texts into words of a dictionary, from the left, always the longest that fits. */
export const cutterOf = <T>(dictionary: ReadonlyMap<string, T>) => {
  const longest = Math.max(...[...dictionary.keys()].map((word) => word.length))
  const lengthAt = (text: string, at: number) => {
    for (let length = longest; length > 0; length--) if (dictionary.has(text.slice(at, at + length))) return length
    return 0
  }
  return (text: string): Piece<T>[] => {
    const pieces: Piece<T>[] = []
    for (let at = 0; at < text.length;) {
      const length = Math.min(lengthAt(text, at), text.length - at)
      const end = at + Math.max(length, 1)
      const value = length > 0 ? (dictionary.get(text.slice(at, end)) ?? null) : null
      pieces.push({ value, end })
      at = end
    }
    return pieces
  }
}
