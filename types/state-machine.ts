/** Who makes a move; the person's relation to the subject, not a login. */
export type Actor = 'reporter' | 'applicant' | 'officer' | 'regulator' | 'fixer' | 'clock' | 'player'

/** One row of a table: the phone draws its buttons from it, the function allows from it, the docs print it. */
export type Move<State extends string, Act extends string> = {
  from: readonly State[]
  act: Act
  to: State
  by: readonly Actor[]
  /** Chinese verb on the button and in the time line. */
  label: string
  /** Names of the facts the handler must prove before the move (evidence, another person …). */
  requires?: readonly string[]
}

export type Machine<State extends string, Act extends string> = {
  states: Record<State, { label: string; tone: 'todo' | 'doing' | 'late' | 'done' | 'off' }>
  moves: readonly Move<State, Act>[]
}

/** The move, or undefined where the table has none. */
export const findMove = <S extends string, A extends string>(machine: Machine<S, A>, from: S, act: A, by: Actor) =>
  machine.moves.find((move) => move.act === act && move.from.includes(from) && move.by.includes(by))

/** What this person can do now: the buttons. */
export const movesFor = <S extends string, A extends string>(machine: Machine<S, A>, from: S, by: Actor) =>
  machine.moves.filter((move) => move.from.includes(from) && move.by.includes(by))
