import { hazardTerms, ledgerShelf, shelvesOf, HazardState } from 'types/hazard'
import { hazardMachine } from 'types/hazard-machine'
import { findMove, movesFor, type Actor } from 'types/state-machine'

const actors: Actor[] = ['reporter', 'applicant', 'officer', 'regulator', 'fixer', 'clock', 'player']
const acts = [...new Set(hazardMachine.moves.map(({ act }) => act))]

// Written by hand beside the table, so that the table cannot vouch for itself.
const allowed = [
  'reported accept officer → accepted',
  'reported decline officer → declined',
  'reported merge officer → merged',
  'accepted merge officer → merged',
  'accepted assign officer → assigned',
  'assigned assign officer → assigned',
  'assigned plan fixer → fixing',
  'assigned plan officer → fixing',
  'assigned fixOnSpot fixer → answered',
  'assigned askExtension fixer → assigned',
  'assigned grantExtension officer → assigned',
  'assigned refuseExtension officer → assigned',
  'fixing assign officer → assigned',
  'fixing replan fixer → fixing',
  'fixing replan officer → fixing',
  'fixing progress fixer → fixing',
  'fixing askExtension fixer → fixing',
  'fixing grantExtension officer → fixing',
  'fixing refuseExtension officer → fixing',
  'fixing answer fixer → answered',
  'answered return officer → fixing',
  'answered returnUnplanned officer → assigned',
  'answered close officer → closed',
  ...['accepted', 'assigned', 'fixing', 'answered', 'reopened'].map((state) => `${state} cease officer → ceased`),
  ...['accepted', 'assigned', 'fixing', 'answered', 'reopened', 'closed'].map(
    (state) => `${state} classify officer → ${state}`,
  ),
  'ceased reopen reporter → reopened',
  'ceased recur officer → reopened',
  'accepted prove officer → accepted',
  'assigned prove officer → assigned',
  'fixing prove officer → fixing',
  'answered prove officer → answered',
  'reopened prove officer → reopened',
  'accepted list officer → accepted',
  'assigned list officer → assigned',
  'fixing list officer → fixing',
  'answered list officer → answered',
  'reopened list officer → reopened',
  'accepted extendListing officer → accepted',
  'assigned extendListing officer → assigned',
  'fixing extendListing officer → fixing',
  'answered extendListing officer → answered',
  'reopened extendListing officer → reopened',
  'accepted delist officer → accepted',
  'assigned delist officer → assigned',
  'fixing delist officer → fixing',
  'answered delist officer → answered',
  'reopened delist officer → reopened',
  'reopened assign officer → assigned',
  'closed reopen reporter → reopened',
  'reopened uphold officer → closed',
  'closed recheck officer → closed',
  'closed recur officer → reopened',
]

test('the table allows exactly these moves', () => {
  const found = HazardState.options.flatMap((from) =>
    acts.flatMap((act) =>
      actors.flatMap((by) => {
        const move = findMove(hazardMachine, from, act, by)
        return move ? [`${from} ${act} ${by} → ${move.to}`] : []
      }),
    ),
  )
  expect(found.sort()).toEqual([...allowed].sort())
})

test('every state can be reached and the two ends stay ends', () => {
  const reached = new Set<string>(['reported', ...hazardMachine.moves.map(({ to }) => to)])
  expect([...reached].sort()).toEqual([...HazardState.options].sort())
  for (const end of ['declined'] as const)
    for (const actor of actors) expect(movesFor(hazardMachine, end, actor)).toEqual([])
})

test('a hazard stands on the shelves of every node above it, and on no other state’s', () => {
  const shelves = shelvesOf({ under: ['city', 'east'], state: 'assigned', overdue: true, kind: 'fire' })
  for (const node of ['city', 'east']) {
    for (const filter of [{}, { state: 'assigned' }, { overdue: true }] as const) {
      expect(shelves).toContain(ledgerShelf(node, filter))
      expect(shelves).toContain(ledgerShelf(node, { ...filter, kind: 'fire' }))
    }
  }
  expect(shelves).toHaveLength(16)
  expect(shelves).not.toContain(ledgerShelf('east', { state: 'reported' }))
  expect(shelves).not.toContain(ledgerShelf('east', { kind: 'height' }))
  expect(shelves).not.toContain(ledgerShelf('west'))
  const early = shelvesOf({ under: ['east'], state: 'assigned', overdue: false, kind: 'fire' })
  expect(early).not.toContain(ledgerShelf('east', { overdue: true }))
})

test('the numbers come first among the search terms', () => {
  const terms = hazardTerms({
    code: '7KQ2M9XAB',
    serial: '青泽-2026-00318',
    unit: '泽能',
    place: '',
    words: '长'.repeat(99),
  })
  expect(terms.slice(0, 4)).toEqual(['7kq2m9xab', '青泽', '2026', '00318'])
})
