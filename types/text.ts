/** Length as people count: code points, so that an emoji or a rare character is one. */
export const codePoints = (text: string): number => [...text].length

/** At most `max` code points; when something is cut the last one is `…`. */
export const clip = (text: string, max: number): string => {
  const points = [...text]
  if (points.length <= max) return text
  return max < 1
    ? ''
    : `${points
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`
}

/** At most `max` code points, cut hard. */
export const take = (text: string, max: number): string => [...text].slice(0, Math.max(0, max)).join('')
