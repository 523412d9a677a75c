/** The first characters of a text on one line, with an ellipsis where it goes on: `shorten(words, 28)`. */
export const shorten = (text: string, length: number): string => {
  const points = [...text.replace(/\s+/g, ' ').trim()]
  return points.length > length ? `${points.slice(0, length - 1).join('')}…` : points.join('')
}
