import * as z from './zod'
import { Id } from './ids'
import { Done, Version, optionalText } from './fields'
import type { Contract } from './contract'
import { ApplicationForm, Consent, ResubmittedForm } from './volunteer-form'
import { ApplicationView } from './volunteer-views'
import { VisitSource } from './visit-source'

/** What applicants call. */
export const applyEntries = {
  reviewers: {
    kind: 'query',
    input: z.strictObject({
      words: optionalText(30),
      unitId: Id.optional().describe('the unions above this enterprise'),
    }),
    output: z.object({ items: z.array(z.object({ id: Id, name: z.string() })) }),
    access: 'anyone',
  },
  apply: {
    kind: 'command',
    input: z.strictObject({
      ...{ _id: Id, booth: Id.optional(), source: VisitSource.optional() },
      ...{ form: ApplicationForm, consent: Consent },
    }),
    output: ApplicationView,
    access: 'anyone',
    audit: '申请成为志愿者',
  },
  resubmit: {
    kind: 'command',
    input: z.strictObject({ id: Id, version: Version, form: ResubmittedForm, consent: Consent }),
    output: ApplicationView,
    access: { owner: 'application' },
    audit: '补充后再交',
  },
  withdraw: {
    kind: 'command',
    input: z.strictObject({ id: Id, version: Version }),
    output: Done,
    access: { owner: 'application' },
    audit: '撤回申请',
  },
  dropPhoto: {
    kind: 'command',
    input: z.strictObject({ id: Id, version: Version }),
    output: Done,
    access: { owner: 'application' },
    audit: '撤回照片同意并删除照片',
  },
  mine: {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({ application: ApplicationView.nullable() }),
    access: 'anyone',
  },
} as const satisfies Contract
