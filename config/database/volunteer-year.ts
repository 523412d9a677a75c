import { index, outboxIndex, unique, type CollectionDeclaration } from './collection-type'

/** The volunteers' year: what they did, its assessment, certificates and badges. */
export const volunteerYearCollections: readonly CollectionDeclaration[] = [
  {
    name: 'volunteer_years',
    writer: 'volunteer',
    readBy: ['desk'],
    indexes: [
      outboxIndex,
      index('applicationId_year', 'applicationId', '-year'),
      index('under_year_times', 'under', 'year', '-times', '_id'),
      index('under_year_shelf', 'under', 'year', 'shelf', '-times', '_id'),
      index('under_year_state', 'under', 'year', 'state', '-times', '_id'),
      index('under_year_short', 'under', 'year', 'short', 'times', '_id'),
      index('year_short_told', 'year', 'short', 'told'),
      index('roundId_state', 'roundId', 'state', '_id'),
      index('roundId_result', 'roundId', 'result'),
      index('year_state', 'year', 'state', '_id'),
    ],
  },
  {
    name: 'volunteer_rounds',
    writer: 'volunteer',
    readBy: ['desk'],
    indexes: [outboxIndex, unique('roundKey', 'roundKey'), index('under_year', 'under', 'year'), index('work', 'work')],
  },
  {
    // How far the roster was walked to lay down the year's documents.
    name: 'volunteer_walks',
    writer: 'volunteer',
    readBy: [],
    indexes: [],
  },
  {
    // Sheets with phone numbers, until their files go after an hour.
    name: 'volunteer_call_sheets',
    writer: 'volunteer',
    readBy: [],
    indexes: [index('dropAt', 'dropAt')],
  },
  // What an administrator asks of a year, once he changed something; one document.
  { name: 'volunteer_rules', writer: 'volunteer', readBy: ['desk'], indexes: [outboxIndex] },
  {
    name: 'volunteer_honours',
    writer: 'volunteer',
    readBy: ['desk'],
    indexes: [
      outboxIndex,
      // One living recommendation a person or team and year.
      unique('forKey', 'forKey'),
      index('under_year_createdAt', 'under', 'year', '-createdAt', '_id'),
      index('shown_announcedAt', 'shown', '-announcedAt'),
    ],
  },
  {
    name: 'volunteer_certificates',
    writer: 'volunteer',
    readBy: ['desk'],
    indexes: [
      outboxIndex,
      // A number is taken by the very insert: none twice, none left out.
      unique('numberKey', 'numberKey'),
      // One living certificate a person or team, kind and year.
      unique('forKey', 'forKey'),
      index('series_numberKey', 'series', '-numberKey'),
      index('under_issuedAt', 'under', '-issuedAt', '_id'),
      index('applicationId_issuedAt', 'applicationId', '-issuedAt'),
    ],
  },
  {
    name: 'volunteer_badges',
    writer: 'volunteer',
    readBy: ['desk'],
    indexes: [unique('numberKey', 'numberKey'), unique('applicationId', 'applicationId')],
  },
]
