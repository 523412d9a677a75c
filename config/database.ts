import type { CollectionDeclaration } from './database/collection-type'
import { deskCollections } from './database/desk'
import { hazardCollections } from './database/hazard'
import { hazardAwardCollections } from './database/hazard-awards'
import { hazardLetterCollections } from './database/hazard-letters'
import { kitCollections } from './database/kit'
import { noticeCollections } from './database/notice'
import { orgCollections } from './database/org'
import { quizCollections } from './database/quiz'
import { prizeCollections } from './database/quiz-prizes'
import { volunteerCollections } from './database/volunteer'
import { volunteerActivityCollections } from './database/volunteer-activity'
import { volunteerYearCollections } from './database/volunteer-year'
import { volunteerTeamCollections } from './database/volunteer-team'
import { volunteerWallCollections } from './database/volunteer-wall'

/** Every collection with its writer, readers and indexes: what is deployed, emulated and tested. */
export const collections: readonly CollectionDeclaration[] = [
  ...kitCollections,
  ...orgCollections,
  ...volunteerCollections,
  ...volunteerActivityCollections,
  ...volunteerYearCollections,
  ...volunteerTeamCollections,
  ...volunteerWallCollections,
  ...quizCollections,
  ...prizeCollections,
  ...hazardCollections,
  ...hazardLetterCollections,
  ...hazardAwardCollections,
  ...noticeCollections,
  ...deskCollections,
]

/** Same for all: no client reads or writes a collection (ADMINONLY). */
export const closedRule = { read: false, write: false } as const
