import type { YearRow } from 'types/volunteer-year'
import type * as z from 'types/zod'
import type { ApplicationDoc } from '../documents'
import { nameOf } from './names'
import type { YearDoc } from './year-doc'

/** Name of the team a volunteer is in; the teams' room writes it. */
export const teamOf = (application: ApplicationDoc | undefined): string | null =>
  (application as { team?: { name: string } | null } | undefined)?.team?.name ?? null

export const toRow = (doc: YearDoc, application: ApplicationDoc | undefined): z.input<typeof YearRow> => {
  const { _id: id, version, applicationId, year, need, times, all, minutes, absences, state, shelf } = doc
  return {
    ...{ id, version, applicationId, name: nameOf(application), employer: application?.personal?.unit ?? '' },
    ...{ team: teamOf(application), year, need, times, all, minutes, absences, state, shelf },
    ...{ proposal: doc.proposal, result: doc.result, certified: doc.certified },
  }
}
