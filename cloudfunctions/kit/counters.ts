import { command } from './cloud'
import { collection, type Document } from './collection'

/** Numbers shown on screens, kept by the drainers: never counted when somebody looks. */
export type Counter = Document & { domain: string; batch: number; values: Record<string, number> }

const counters = collection<Counter>('counters')

/** `hazard/<node id>`: one document a domain and key, written by that domain's drainer alone. */
export const counterId = (domain: string, key: string) => `${domain}.${key}`

/** Values of several keys; a key nobody counted yet reads as {}. One trip. */
export const readCounters = async (
  domain: string,
  keys: readonly string[],
): Promise<Map<string, Record<string, number>>> => {
  const found = await counters.list({ _id: command.in(keys.map((key) => counterId(domain, key))) })
  return new Map(found.map((counter) => [counter._id.slice(domain.length + 1), counter.values]))
}

/** Values of several keys, those of all these domains together, where no two count the same field. One trip. */
export const readAcross = async (
  domains: readonly string[],
  keys: readonly string[],
): Promise<Map<string, Record<string, number>>> => {
  const ids = domains.flatMap((domain) => keys.map((key) => counterId(domain, key)))
  const together = new Map<string, Record<string, number>>()
  for (const { _id, domain, values } of await counters.list({ _id: command.in(ids) })) {
    const key = _id.slice(domain.length + 1)
    together.set(key, { ...together.get(key), ...values })
  }
  return together
}

const increments = (add: Record<string, number>) =>
  Object.fromEntries(Object.entries(add).map(([field, by]) => [`values.${field}`, command.inc(by)]))

/** Keys `scores.…` have a field for every value that occurs; other counters keep their zeros, for screens read them. */
const isSparse = (id: string) => id.split('.')[1] === 'scores'

/** Fields that came down to nothing go, as long as no later batch has counted: a counter must fit into one answer. */
const dropZeros = async (batch: number, id: string, add: Record<string, number>) => {
  const lowered = Object.keys(add).filter((field) => (add[field] ?? 0) < 0)
  if (lowered.length === 0) return
  const [counter] = await counters.list({ _id: id, batch }, { fields: lowered.map((field) => `values.${field}`) })
  const spent = lowered.filter((field) => counter?.values[field] === 0)
  if (spent.length === 0) return
  const gone = Object.fromEntries(spent.map((field) => [`values.${field}`, command.remove()]))
  await counters.update({ _id: id, batch }, gone)
}

/**
 * Adds once per batch: a counter that has seen this batch (or a later one) is left alone, so a batch can be carried
 * out again after a crash.
 */
export const addOnce = async (
  domain: string,
  batch: number,
  id: string,
  add: Record<string, number>,
): Promise<void> => {
  const updated = await counters.update({ _id: id, batch: command.lt(batch) }, { ...increments(add), batch })
  if (updated > 0) return isSparse(id) ? dropZeros(batch, id, add) : undefined
  await counters.insert({ _id: id, domain, batch, values: add })
}
