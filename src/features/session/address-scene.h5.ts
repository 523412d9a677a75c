import type { Scene } from 'types/ids'
import { sceneOfText } from '@/lib/scene-of-text'

/** What the address itself asks for: `/?b=<id>`, before any page's own parameters. */
export const addressScene = (): Scene | null => sceneOfText(window.location.search)
