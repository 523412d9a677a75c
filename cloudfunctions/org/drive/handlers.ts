import type { Subject } from '../../kit/access'
import type { DriveDoc } from './drive'
import { findDrive } from './drive-store'
import { drive, drives, driveYear, openDrives, publicDrive } from './queries'
import { createDrive, fillDrive, moveDrive, reviseDrive } from './write'

export const driveHandlers = {
  ...{ drives, driveYear, drive, openDrives, publicDrive },
  ...{ createDrive, reviseDrive, fillDrive, moveDrive },
}

const load = (input: { id: string }) => findDrive(input.id)
const shownBelow = ({ state }: DriveDoc) => state === 'published' || state === 'ended'

const driveSubject: Subject<DriveDoc> = { load, under: ({ under }) => under }
/** Officers of the unions below see what was published, and change nothing of it. */
const seenDrive: Subject<DriveDoc> = {
  load,
  admits: (doc, grant) => doc.under.includes(grant.nodeId) || (shownBelow(doc) && grant.under.includes(doc.nodeId)),
}
export const driveSubjects = { drive: driveSubject, seenDrive }
