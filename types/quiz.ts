import type { Contract } from './contract'
import { platformEntries } from './platform-entries'
import { bankEntries } from './quiz-bank'
import { contestEntries } from './quiz-contest'
import { mapEntries } from './quiz-map'
import { playEntries } from './quiz-play'
import { prizeEntries } from './quiz-prize'
import { rankEntries } from './quiz-rank'
import { resultEntries } from './quiz-results'
import { signalEntries } from './quiz-signals'

/** The whole of the quiz, as its function serves it. The phone imports the group of entries it needs. */
export const quizContract = {
  ...platformEntries,
  ...mapEntries,
  ...playEntries,
  ...rankEntries,
  ...resultEntries,
  ...signalEntries,
  ...contestEntries,
  ...bankEntries,
  ...prizeEntries,
} as const satisfies Contract
