import { createHash } from 'node:crypto'
import { bankLaws, QuestionFile, questionKey } from 'types/bank'
import type { Parsed } from './import-rows'

/** A shipped question as a sheet's row, with what no sheet has. */
export type Shipped = Parsed & { law: string; lawVersion: string; phrase: string; difficulty: number }

const judgeOptions = ['正确', '错误']

const rowsOf = ({ law, version: lawVersion, questions }: QuestionFile): Omit<Shipped, 'row'>[] =>
  questions.map(({ kind, stem, options, answer, explain, category, article, phrase, difficulty }) => ({
    ...{ key: questionKey(stem), law, lawVersion, kind, stem, answer, explain, category, article, phrase, difficulty },
    options: kind === 'judge' ? judgeOptions : options,
  }))

const placeOf = ({ law }: QuestionFile) => Object.keys(bankLaws).indexOf(law)

const read = async () => {
  const { default: content } = await import('shipped-questions')
  const files = QuestionFile.array()
    .parse(content)
    .sort((a, b) => placeOf(a) - placeOf(b))
  const sha256 = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  const questions: Shipped[] = files.flatMap(rowsOf).map((question, index) => ({ ...question, row: index + 1 }))
  const laws = files.map(({ law, version, from, questions: { length } }) => ({ name: law, version, from, length }))
  return { sha256, questions, laws }
}

let kept: ReturnType<typeof read> | null = null

/** The product's own questions: read when first asked for, kept by the instance once read. `sha256` names the edition. */
export const readStarter = () =>
  (kept ??= read().catch((thrown: unknown) => {
    kept = null
    throw thrown
  }))
