import type { ReactNode } from 'react'
import type { Grant } from 'types/org'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { useSeat, type Seat } from '@/features/session/seat-choice'
import { useMe } from '@/features/session/api'
import { openTab } from '@/lib/go'

type Props = {
  title: string
  roles?: readonly Grant['role'][]
  /** The whole page, once it is known where the officer sits. */
  children: (seat: Seat) => ReactNode
}

const officers: readonly Grant['role'][] = ['officer']

const closed = (
  <Empty icon="lock" title="这里由工会干部办理" detail="如果您负责这项工作，请向上级工会管理员索取邀请。">
    <Button onPress={() => openTab('home')}>回首页</Button>
  </Empty>
)

/** Opens an office page for whoever has a seat there; says so to everybody else. */
export const WithSeat = ({ title, roles = officers, children }: Props) => {
  const me = useMe()
  const seat = useSeat(me.data?.grants ?? [], roles)
  if (seat) return <>{children(seat)}</>
  return (
    <Page title={title} wide>
      <QueryView query={me} isEmpty={() => true} empty={closed}>
        {() => null}
      </QueryView>
    </Page>
  )
}
