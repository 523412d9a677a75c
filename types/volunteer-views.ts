import * as z from './zod'
import { Id } from './ids'
import { Instant, TimelineItem, Version } from './fields'
import { ApplicationState } from './volunteer'
import { Education, Health, Political, Specialty } from './volunteer-form'
import { PapersView } from './volunteer-papers'

const Eligibility = z.object({
  no: z.string(),
  text: z.string(),
  hard: z.boolean().describe('false: only puts somebody first'),
  met: z.boolean(),
  reason: z.string(),
})

/** `by` is the reviewer's name for reviewers and the reviewing unit for the applicant. */
const Opinion = z.object({ by: z.string(), unit: z.string(), words: z.string(), at: Instant, approved: z.boolean() })
const Waiting = z.object({
  desk: z.string().describe('in whose hands it lies'),
  since: Instant,
  days: z.int().describe('working days this stage is given'),
  late: z.boolean(),
})
const Leaving = z.object({
  kind: z.enum(['quit', 'removed']),
  reason: z.string(),
  at: Instant,
  unit: z.string().nullable(),
  appealUntil: Instant.nullable(),
  appeal: z.object({ words: z.string(), at: Instant, answer: Opinion.nullable() }).nullable(),
})
export const ApplicationRow = z.object({
  id: Id,
  name: z.string(),
  unit: z.string(),
  specialties: z.array(Specialty),
  state: ApplicationState,
  priority: z.int().describe('0..2: how many of the two ranking flags hold'),
  submittedAt: Instant,
  waiting: Waiting.nullable(),
  version: Version,
})
/** ID number and phone always masked; the health answer only for reviewers and the applicant. */
export const ApplicationView = ApplicationRow.extend({
  sex: z.enum(['male', 'female']),
  birthDate: z.string(),
  idCard: z.string(),
  phone: z.string(),
  ethnicity: z.string(),
  nativePlace: z.string(),
  political: Political,
  education: Education,
  health: Health,
  wechat: z.string().nullable(),
  post: z.string(),
  otherSpecialty: z.string().nullable(),
  experience: z.string().nullable(),
  nodeId: Id,
  nodeName: z.string(),
  generalVolunteer: z.boolean(),
  frontLine: z.boolean(),
  enteredGeneral: z.boolean().describe('on the general platform, or entered there by the union'),
  eligibility: z.array(Eligibility),
  signature: z.string(),
  papers: PapersView.nullable(),
  qualifier: z.string().describe('the union whose opinion counts'),
  firstOpinion: Opinion.nullable(),
  unionOpinion: Opinion.nullable(),
  regulatorOpinion: Opinion.nullable(),
  leaving: Leaving.nullable(),
  rostered: z.object({ id: Id, version: z.int(), no: z.int() }).nullable(),
  timeline: z.array(TimelineItem),
  acts: z.array(z.string()),
})
