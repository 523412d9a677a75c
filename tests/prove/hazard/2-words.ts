// What the words of a report tell: kinds, doubts and likeness, on real rows labelled by reading. See docs/hazard-words.md.
import { hazardAlike, alikeFrom, type Compared } from 'types/hazard-alike'
import { doubtOf } from 'types/hazard-doubts'
import { offeredFrom } from 'types/hazard-similar'
import { suggestKinds } from 'types/hazard-words'
import { similarity } from 'types/text-similarity'
import { shortList } from '../../../src/features/hazard/suggest-kind'
import { figure } from '../../support/figure'
import { firstDoubt, firstShown, firstSuggestions } from '../../support/labels/first-words'
import { rowsThere } from '../../support/labels/hazard-rows'
import { agreement, labelledPairs, labelledRows, type Label, type Labelled } from '../../support/labels/labelled-rows'

if (!rowsThere()) {
  figure('words of real rows', 'no shared data beside the project', 'skipped', true)
  process.exit()
}

const round = (share: number) => share.toFixed(3)
const share = <T>(all: readonly T[], holds: (one: T) => boolean) => all.filter(holds).length / all.length

type Suggester = { first: (words: string) => Label; shown: (words: string) => readonly Label[] }
/** Where no word tells, the report is sent as `other`, which then stands before the usual ones. */
const suggester = (kindsOf: (words: string) => Label[], shown: Suggester['shown']): Suggester => ({
  first: (words) => kindsOf(words)[0] ?? 'other',
  shown: (words) => (kindsOf(words).length > 0 ? shown(words) : (['other', ...shown(words)] as const).slice(0, 3)),
})
const now = suggester(suggestKinds, (words) => shortList(suggestKinds(words), undefined))
const before = suggester(firstSuggestions, firstShown)

const kindFigures: [string, number, (by: Suggester) => (row: Labelled) => boolean][] = [
  ['first suggestion right', 0.95, (by) => (row) => row.settled.includes(by.first(row.words))],
  ['first suggestion strictly right', 0.88, (by) => (row) => row.settled[0] === by.first(row.words)],
  [
    'right among the three shown',
    0.98,
    (by) => (row) => by.shown(row.words).some((kind) => row.settled.includes(kind)),
  ],
]

const proveKinds = (part: string, rows: readonly Labelled[]) => {
  const real = rows.filter(({ settled }) => settled[0] !== 'junk')
  for (const [name, goal, right] of kindFigures) {
    const [ours, theirs] = [share(real, right(now)), share(real, right(before))]
    const measured = `${round(ours)} of ${real.length} (plain table ${round(theirs)})`
    figure(`${part}: ${name}`, measured, `at least ${goal} and above the table`, ours >= goal && ours > theirs)
  }
}

/** Where junk is only one of the settled labels, asking is right and not asking is right. */
const proveDoubts = (part: string, rows: readonly Labelled[]) => {
  const junkFirst = rows.filter(({ settled }) => settled[0] === 'junk')
  const clearly = junkFirst.filter(({ settled }) => settled.length === 1)
  const judged = (doubts: (words: string) => boolean) => {
    const asked = rows.filter(({ words }) => doubts(words))
    const among = (junk: readonly Labelled[]) => share(junk, ({ words }) => doubts(words))
    const precision = share(asked, ({ settled }) => settled.includes('junk'))
    return { asked: asked.length, precision, recall: among(clearly), allRecall: among(junkFirst) }
  }
  const [ours, theirs] = [judged((words) => doubtOf(words) !== null), judged(firstDoubt)]
  const precise = `${round(ours.precision)} of ${ours.asked} asked about (before ${round(theirs.precision)} of ${theirs.asked})`
  figure(`${part}: junk, precision`, precise, 'at least 0.95', ours.precision >= 0.95)
  const all = `where another label is right too ${round(ours.allRecall)} of ${junkFirst.length}`
  const found = `${round(ours.recall)} of ${clearly.length} (before ${round(theirs.recall)}; ${all})`
  figure(`${part}: junk, recall`, found, 'at least 0.8', ours.recall >= 0.8)
}

const hazardOf = (words: string): Compared => ({
  words,
  place: '',
  enterpriseId: 'the same',
  kind: suggestKinds(words)[0] ?? 'other',
  at: 0,
})

// 0.35 suits the plain measure best on the part for tuning.
const plainFrom = 0.35

const provePairs = (part: string, pairs: ReturnType<typeof labelledPairs>) => {
  const judged = (alike: (left: string, right: string) => boolean) => {
    const found = pairs.filter(({ left, right }) => alike(left, right))
    const right = found.filter(({ same }) => same).length
    return { precision: right / found.length, recall: right / pairs.filter(({ same }) => same).length }
  }
  const from = (least: number) => judged((left, right) => hazardAlike(hazardOf(left), hazardOf(right)) >= least)
  const plain = judged((left, right) => similarity(left, right) >= plainFrom)
  const [taken, offered] = [from(alikeFrom), from(offeredFrom)]
  for (const name of ['precision', 'recall'] as const) {
    const measured = `${round(taken[name])} of ${pairs.length} pairs (neighbouring characters alone ${round(plain[name])})`
    figure(`${part}: same problem, ${name}`, measured, 'at least 0.85', taken[name] >= 0.85)
  }
  const measured = `${round(offered.precision)} and ${round(offered.recall)} of ${pairs.length} pairs`
  const holds = offered.precision >= 0.75 && offered.recall >= 0.95
  figure(`${part}: offered as the same, precision and recall`, measured, 'at least 0.75 and 0.95', holds)
}

const { size, raw, kappa } = agreement()
const rows = labelledRows()
const pairs = labelledPairs()
figure(
  'labels found among the rows',
  `${rows.length} of ${size}`,
  'all, at least 800',
  rows.length === size && size >= 800,
)
figure('two passes agree', `${round(raw)}, kappa ${round(kappa)}`, 'at least 0.9 and 0.85', raw >= 0.9 && kappa >= 0.85)
const parts = [
  ['tuned', ({ frozen }) => !frozen],
  ['frozen', ({ frozen }) => frozen],
] satisfies [string, (row: Labelled) => boolean][]
for (const [part, within] of parts) {
  const labelled = rows.filter(within)
  proveKinds(part, labelled)
  proveKinds(
    `${part}, plain rows`,
    labelled.filter(({ stratum }) => stratum === 'plain'),
  )
  proveDoubts(part, labelled)
  provePairs(
    part,
    pairs.filter(({ frozen }) => frozen === (part === 'frozen')),
  )
}
