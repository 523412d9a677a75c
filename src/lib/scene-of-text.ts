import { parseScene, type Scene } from 'types/ids'

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Finds our scene in whatever a code holds: `b=<id>`, a page path with `scene=`, or a web address with `?b=`. */
export const sceneOfText = (text: string): Scene | null => {
  const plain = decode(decode(text.trim()))
  const [, found] = /(?:^|[?&#]|scene=)([a-z]=[0-9A-Za-z]{22})(?![0-9A-Za-z])/.exec(plain) ?? []
  return parseScene(found)
}

type Query = Partial<Record<string, string>>

/** The scene a page was opened with: WeChat passes `scene`, a shared link or a browser the letters themselves. */
export const sceneOfQuery = (query: Query): Scene | null => {
  if (query.scene) return sceneOfText(query.scene)
  // A plain address opened by WeChat's own scanner comes whole, as `q`.
  if (query.q) return sceneOfText(query.q)
  const letters = ['b', 'v', 'p', 'i', 'k'].find((letter) => query[letter])
  return letters ? parseScene(`${letters}=${query[letters] ?? ''}`) : null
}
