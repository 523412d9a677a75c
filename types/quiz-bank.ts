import type { Contract } from './contract'
import { disputeEntries } from './quiz-disputes'
import { importEntries } from './quiz-imports'
import { lawEntries } from './quiz-laws'
import { qualityEntries } from './quiz-quality'
import { questionEntries } from './quiz-questions'
import { starterEntries } from './quiz-starter'
import { verdictEntries } from './quiz-verdicts'

/** Everything about the bank: sheets, questions, the laws under them, objections to them, how they do. */
export const bankEntries = {
  ...importEntries,
  ...starterEntries,
  ...questionEntries,
  ...lawEntries,
  ...disputeEntries,
  ...verdictEntries,
  ...qualityEntries,
} as const satisfies Contract
