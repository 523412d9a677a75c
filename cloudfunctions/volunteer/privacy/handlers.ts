import { copyMyData } from './copy'
import { askCorrection, corrections, dropCorrection, settleCorrection } from './corrections'
import { eraseVolunteer } from './erase-volunteer'
import { myData, readMyIdCard, whoLooked } from './my-data'

/** Everything the function answers about what is kept of a volunteer. */
export const privacyHandlers = {
  ...{ myData, readMyIdCard, whoLooked, copyMyData, eraseVolunteer },
  ...{ askCorrection, dropCorrection, corrections, settleCorrection },
}
