import type { Scene } from 'types/ids'
import { openPage, openTab } from '@/lib/go'
import { routes } from '@/lib/routes'
import { arriveAtBooth, arriveByPerson } from './booth-store'

/** Goes where a code leads: a booth's landing, that of who shows his own code, the page of an invitation, the check of a certificate, or signing in to an activity. */
export const openScene = (scene: Scene) => {
  if (scene.kind === 'booth') arriveAtBooth(scene.id)
  if (scene.kind === 'invite') return openPage(routes.invite, { id: scene.id })
  if (scene.kind === 'attend') return openPage(routes.volunteerSignIn, { code: scene.id })
  if (scene.kind === 'volunteer') return openPage(routes.volunteerVerify, { id: scene.id })
  if (scene.kind === 'person') arriveByPerson(scene.id)
  openTab('home')
}
