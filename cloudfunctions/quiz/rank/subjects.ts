import type { Subject } from '../../kit/access'
import type { SignalDoc } from './rank-documents'
import { findSignal } from './signal-store'

const signal: Subject<SignalDoc> = { load: (input: { id: string }) => findSignal(input.id), under: (doc) => doc.under }

export const rankSubjects = { signal }
