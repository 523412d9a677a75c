import type { Contract, OutputOf, RawInputOf } from 'types/contract'
import { AppError } from 'types/app-error'
import { openEnvelope } from './envelope'
import { noteReachable } from './reach-store'
import { transport } from './transport'
import { transportFailure } from './transport-failure'

/** Longer than any function's own time limit. */
const patience = 20_000

const impatient = <T>(promise: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new AppError('NETWORK', { reason: 'no answer in time' })), patience)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })

/**
 * One call whose answer is not parsed: for the submit queue, which knows no contract.
 * Errors: whatever the envelope says; NETWORK when nothing came back; SERVICE_BUSY when the function itself failed.
 */
export const callUnparsed = async (domain: string, action: string, input: unknown): Promise<unknown> => {
  try {
    const reply = await impatient(transport(domain, { action, input }))
    noteReachable(true)
    return openEnvelope(reply)
  } catch (failure) {
    const error = transportFailure(failure)
    if (error.code === 'NETWORK') noteReachable(false)
    throw error
  }
}

/**
 * Calls one entry of a domain's contract and answers its parsed output.
 * Errors: as `callUnparsed`; UNKNOWN_ACTION when the answer has another shape than this version of the app knows.
 */
export const call = async <C extends Contract, A extends keyof C & string>(
  contract: C,
  domain: string,
  action: A,
  input: RawInputOf<C[A]>,
): Promise<OutputOf<C[A]>> => {
  const data = await callUnparsed(domain, action, input)
  const parsed = contract[action]?.output.safeParse(data)
  if (!parsed?.success)
    throw new AppError('UNKNOWN_ACTION', { reason: `${domain}.${action}: ${parsed?.error.message}` })
  return parsed.data as OutputOf<C[A]>
}
