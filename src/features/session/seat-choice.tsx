import { create } from 'zustand'
import type { Grant } from 'types/org'
import { ChipChoice } from '@/components/chip'

/** Where an officer sits at the moment: one of the grants, and the others to change to. */
export type Seat = Grant & { others: readonly Grant[] }

/** The grant last chosen, for as long as the app is open. */
const useChosen = create<{ id: string | null }>(() => ({ id: null }))

/** The seat among the grants of these roles; null without any. */
export const useSeat = (grants: readonly Grant[], roles: readonly Grant['role'][]): Seat | null => {
  const chosen = useChosen((state) => state.id)
  const fitting = grants.filter(({ role }) => roles.includes(role))
  const now = fitting.find(({ id }) => id === chosen) ?? fitting[0]
  return now ? { ...now, others: fitting } : null
}

/** For who sits in two places: which of them this is about. */
export const SeatChoice = ({ seat }: { seat: Seat }) =>
  seat.others.length < 2 ? null : (
    <ChipChoice
      label="以哪个单位的身份办理"
      options={seat.others.map(({ id, nodeName }) => ({ value: id, label: nodeName }))}
      value={seat.id}
      onChange={(id) => useChosen.setState({ id })}
    />
  )
