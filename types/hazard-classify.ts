import * as z from './zod'
import { Done, optionalText } from './fields'
import { hazardMove, officerOf } from './hazard-views'
import type { Contract } from './contract'

const Code = z.string().max(8, { error: '请重新选择' }).nullable()

/** An officer classes a hazard by the dictionaries in force on the day it was reported. */
export const classifyEntries = {
  classify: {
    kind: 'command',
    input: z.strictObject({
      ...hazardMove,
      accident: Code.describe('code within the edition of that day; null: not given'),
      factor: Code,
      basis: Code.describe('only of a major one'),
      note: optionalText(60, '判定依据').describe('which other standard a major one was judged by'),
    }),
    output: Done,
    access: officerOf,
    audit: '隐患分类',
  },
} as const satisfies Contract
