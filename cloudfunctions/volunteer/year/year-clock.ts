import { platform } from '../../kit/cloud'
import { remindShortOnes } from './remind'
import { workOnRounds } from './round-clock'
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

/** What the year's room has due: documents of the year, reminders, rounds, and sheets with phone numbers that go. */
export const runYear = async (now: Date): Promise<number> => {
  const walked = await walkRoster(now)
  const reminded = await remindShortOnes(now)
  const moved = await workOnRounds(now)
  return walked + reminded + moved + (await dropSheets(now))
}
