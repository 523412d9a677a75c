import { sceneOfText } from '@/lib/scene-of-text'

/** The id in what was pasted: the whole message, a link or the bare code; null when there is none. */
export const inviteIdOf = (text: string): string | null => {
  const [, code] = /(?:^|[^0-9A-Za-z])(i=[0-9A-Za-z]{22})(?![0-9A-Za-z])/.exec(text) ?? []
  const scene = sceneOfText(code ?? text)
  return scene?.kind === 'invite' ? scene.id : null
}
