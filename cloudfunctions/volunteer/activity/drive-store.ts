import { AppError } from 'types/app-error'
import { mayJoin, notJoinable, type DriveCore } from 'types/drive-machine'
import { collection } from '../../kit/collection'

const drives = collection<DriveCore>('drives')

/** @throws AppError INVALID_INPUT where a union of this lineage may put nothing into the drive */
export const checkDrive = async (driveId: string | undefined, under: readonly string[]): Promise<void> => {
  if (driveId === undefined) return
  const drive = await drives.find(driveId)
  if (!drive || !mayJoin(drive, under)) throw new AppError('INVALID_INPUT', { fields: { driveId: notJoinable } })
}
