import { hangPhoto, hidePhoto, officeWall, postPhoto, settlePhoto, wall } from './wall'
import { findPhoto, type WallPhotoDoc } from './wall-store'

export const wallHandlers = { wall, postPhoto, hidePhoto, officeWall, hangPhoto, settlePhoto }

export const wallSubjects = {
  wallPhoto: {
    load: (input: { id: string }) => findPhoto(input.id),
    under: (doc: WallPhotoDoc) => doc.under,
  },
}
