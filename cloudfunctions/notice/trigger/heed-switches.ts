import { currentUnder } from 'types/lineage'
import { isSwitch, switchOf, type SwitchKey } from 'types/triggers'
import { moveOfCall } from '../../kit/tree-move'
import { readSwitches } from './switch-store'

/** A delivered message may be switched off by the unions of its line. */
export type Caused = { trigger?: string | null; line?: readonly string[] | null }
type Off = { trigger: SwitchKey; line: readonly string[] }

/**
 * Which messages are switched off, looked up for all of them in one trip; none where none of them can be.
 * @returns asks for one message: what it was withheld by, or null
 */
export const heedSwitches = async (messages: readonly Caused[]): Promise<(message: Caused) => Off | null> => {
  const move = await moveOfCall()
  // It may have waited in an outbox while its union moved.
  const lineOf = ({ line }: Caused) => (move ? currentUnder(line ?? [], move) : (line ?? []))
  const mayBeOff = messages.filter(({ trigger }) => trigger && isSwitch(trigger))
  const said = await readSwitches(mayBeOff.flatMap(lineOf))
  return (message) => {
    const { trigger } = message
    if (!trigger || !isSwitch(trigger)) return null
    const line = lineOf(message)
    return switchOf(line, trigger, said).on ? null : { trigger, line }
  }
}
