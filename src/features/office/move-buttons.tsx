import { useCallback, useState } from 'react'
import type { UseMutationResult } from '@tanstack/react-query'
import { movesFor, type Machine, type Move as MachineMove } from 'types/state-machine'
import { Button } from '@/components/button'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { showToast } from '@/lib/toast-store'

type Move<A> = { id: string; version: number; act: A }

type Props<S extends string, A extends string, D> = {
  machine: Machine<S, A>
  thing: { id: string; version: number; state: S; title: string }
  /** What is asked before a move, what it means, and what is said once it is done. */
  words: Record<A, { title: string; text: string; done: string }>
  command: Pick<UseMutationResult<D, Error, Move<A>>, 'mutate' | 'isPending'>
}

type OneProps<S extends string, A extends string, D> = Props<S, A, D> & { move: MachineMove<S, A> }

const OneMove = <S extends string, A extends string, D>(props: OneProps<S, A, D>) => {
  const { machine, thing, words, command, move } = props
  const [asking, setAsking] = useState(false)
  const close = useCallback(() => setAsking(false), [])
  const { id, version, title } = thing
  const { act, label } = move
  const isEnd = movesFor(machine, move.to, 'officer').length === 0
  const ask = words[act]
  const confirm = () =>
    command.mutate({ id, version, act }, { onSuccess: () => showToast(ask.done, 'good'), onSettled: close })
  return (
    <>
      <Button small kind={isEnd ? 'quiet' : 'ghost'} label={`${label}：${title}`} onPress={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        open={asking}
        title={ask.title}
        confirmWord={label}
        danger={isEnd}
        loading={command.isPending}
        onConfirm={confirm}
        onClose={close}
      >
        {`“${title}”：${ask.text}`}
      </ConfirmDialog>
    </>
  )
}

/** What an officer can do with something now, each asked first; what ends it is the quieter. */
export const MoveButtons = <S extends string, A extends string, D>(props: Props<S, A, D>) => (
  <>
    {movesFor(props.machine, props.thing.state, 'officer').map((move) => (
      <OneMove key={move.act} {...props} move={move} />
    ))}
  </>
)
