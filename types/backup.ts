import { canonicalJson } from './chain'
import * as z from './zod'
import { sha256Hex } from './sha256'

/**
 * Every collection a backup holds, in the order it is read. Handing things over between functions stands still
 * meanwhile, so the order only matters for the few commands that write two documents: who is told comes after who tells.
 */
export const storedCollections = [
  ...['foundings', 'erasures', 'invites', 'people', 'nodes', 'enterprises', 'booths', 'org_imports', 'org_labels'],
  ...['booth_batches'],
  ...['drives'],
  ...['campaigns', 'quiz_levels', 'plays', 'papers', 'quiz_units'],
  ...['quiz_prizes', 'quiz_claims', 'quiz_draws', 'quiz_signals', 'quiz_devices', 'quiz_traces'],
  ...['questions', 'question_imports', 'quiz_laws', 'quiz_disputes'],
  ...[
    'hazards',
    'hazard_letters',
    'hazard_boards',
    'hazard_rules',
    'hazard_awards',
    'hazard_objections',
    'hazard_joins',
    'hazard_handovers',
    'hazard_coverage',
    'hazard_ledger_views',
    'applications',
    'activities',
    'attendances',
    'volunteer_years',
    'volunteer_rounds',
    'volunteer_rules',
    'volunteer_honours',
    'volunteer_certificates',
    'volunteer_badges',
    'volunteer_handovers',
    'teams',
    'rosters',
    'roster_rows',
    'shortlists',
    'team_services',
    'wall_photos',
    'activity_reports',
    'volunteer_looks',
    'pushes',
    // Places of pushes that are not there are free again after a minute.
    'push_places',
    'notice_templates',
    'notice_audiences',
    'notice_rules',
    'notice_switches',
    'messages',
    'subscribers',
    'heads',
  ],
  // A move under way goes on where it is restored, from its beginning.
  ...['tree_moves'],
  ...['events', 'counters', 'leases'],
] as const
export type StoredCollection = (typeof storedCollections)[number]

/** The desk's own notes about jobs, which describe an environment, and what is counted for a day: they do not travel. */
export const unstoredCollections = [
  'tree_follows',
  'backups',
  'backup_parts',
  'restores',
  'sweeps',
  'report_days',
  'hazard_census',
  'volunteer_walks',
  'volunteer_call_sheets',
  'notice_call_sheets',
  'hazard_exports',
  'org_exports',
  'roster_files',
  'quiz_exports',
  'notice_withheld',
  'volunteer_copies',
] as const

export const isStoredCollection = (name: string): name is StoredCollection =>
  (storedCollections as readonly string[]).includes(name)

// Whoever looks whether an administrator exists must not find one before everything is there.
const last: readonly string[] = ['people', 'nodes', 'foundings', 'leases']

/** Lower comes first when a backup is written back. */
export const restoreRank = (collection: string): number => last.indexOf(collection)

/** Parts of this name list the stored files instead of holding documents. */
export const fileList = '@files'
export const FileLine = z.object({ fileId: z.string(), present: z.boolean() })

const Part = z.object({
  /** File name beside the manifest. */
  name: z.string().regex(/^[\w.-]+$/),
  collection: z.string(),
  documents: z.int(),
  bytes: z.int(),
  sha256: z.string().length(64),
})
export type BackupPart = z.output<typeof Part>

/** `manifest.json` of a backup. */
export const Manifest = z.object({
  format: z.literal('ankang-backup-1'),
  id: z.string(),
  at: z.string(),
  /** Beginning of the file ids of the environment it was made in. */
  prefix: z.string(),
  documents: z.int(),
  files: z.int(),
  parts: z.array(Part),
  /** Made with the environment's keys: another environment can tell whether it has the same ones. */
  keys: z.object({ sealed: z.string(), mark: z.string() }),
  digest: z.string().length(64),
})
export type Manifest = z.output<typeof Manifest>

/** Hash over everything else of a manifest. */
export const manifestDigest = (manifest: Omit<Manifest, 'digest'>): string => {
  const content = Object.entries(manifest).filter(([key]) => key !== 'digest')
  return sha256Hex(canonicalJson(Object.fromEntries(content)))
}
