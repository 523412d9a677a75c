import { platform } from '../../kit/cloud'
import { remindShortOnes } from './remind'
import { forgetCallSheet, listSheetsToDrop } from './sheet-store'
import { walkRoster } from './walk'

const dropSheets = async (now: Date): Promise<number> => {
  const old = await listSheetsToDrop(now)
  for (const { _id, fileId } of old) {
    await platform.deleteFile({ fileList: [fileId] })
    await forgetCallSheet(_id)
  }
  return old.length
}

/** What the year's room has due: documents of the year, reminders, and sheets with phone numbers that go. */
export const yearWork = [walkRoster, remindShortOnes, dropSheets]
