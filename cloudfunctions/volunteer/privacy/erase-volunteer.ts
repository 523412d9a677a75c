import type { privacyEntries } from 'types/volunteer-privacy'
import type { Handler } from '../../kit/serve'
import { eraseApplication } from '../apply/erase'
import { noteLeft } from '../messages'
import type { ApplicationDoc } from '../documents'

/** Takes everything personal of the volunteer away at once; the rest of what he uses stays. */
export const eraseVolunteer: Handler<(typeof privacyEntries)['eraseVolunteer'], ApplicationDoc> = (
  { version },
  { subject: doc, now },
) => eraseApplication(doc, version, now, noteLeft(doc))
