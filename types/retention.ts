/** A document of the collection is deleted when its date field lies this many days back. */
export type RetentionRule = { collection: string; field: string; days: number }

/**
 * What is deleted whole, and when; everything else is kept until a person erases himself or its own domain closes it.
 * config/database declares the same as `keep`, so that whoever reads the declaration of a collection sees it there.
 */
export const retention: readonly RetentionRule[] = [
  { collection: 'messages', field: 'at', days: 730 },
  // Only that a message was switched off; it is counted long before.
  { collection: 'notice_withheld', field: 'at', days: 30 },
  // A push may be put off for 30 days.
  { collection: 'push_places', field: 'at', days: 60 },
  // `at` is the end of the day that is counted.
  { collection: 'report_days', field: 'at', days: 0 },
  // The files themselves go after a day.
  { collection: 'hazard_exports', field: 'createdAt', days: 30 },
  { collection: 'sweeps', field: 'at', days: 400 },
  // What signals are found with; the signals themselves stay.
  { collection: 'quiz_devices', field: 'at', days: 400 },
  { collection: 'quiz_traces', field: 'at', days: 400 },
  // Who looked at a volunteer's full number; said on the volunteer's own page.
  { collection: 'volunteer_looks', field: 'at', days: 1095 },
]

/** `keep` of a collection's declaration, or undefined where it is kept. */
export const keepOf = (collection: string): { field: string; days: number } | undefined => {
  const rule = retention.find((candidate) => candidate.collection === collection)
  return rule && { field: rule.field, days: rule.days }
}

/** Days after which the files of a backup go: a copy may not outlive for ever what people had erased. */
export const backupKeepDays = 90
