import { answerAbsence, appealAbsence } from './appeal'
import { addAttendee, setAttendance, settleClaims } from './by-hand'
import { joinActivity, leaveActivity } from './join'
import { absenceAppeals, activityCodes, officeActivities, officeActivity } from './office-queries'
import { activities, activity, myAttendances } from './queries'
import { signIn } from './sign'
import {
  cancelActivity,
  checkActivity,
  createActivityOf,
  finishActivity,
  publishActivity,
  reviseActivity,
} from './write'

const own = { activities, activity, joinActivity, leaveActivity, attendances: myAttendances, signIn, appealAbsence }
const office = { officeActivities, officeActivity, activityCodes, absenceAppeals }
const organising = { createActivity: createActivityOf, reviseActivity, checkActivity, publishActivity, cancelActivity }
const keeping = { finishActivity, setAttendance, settleClaims, addAttendee, answerAbsence }

/** Handlers of activities and of who came to them. */
export const activityHandlers = { ...own, ...office, ...organising, ...keeping }
