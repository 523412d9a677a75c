import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { shortlistMachine } from 'types/volunteer-shortlist'
import { Button } from '@/components/button'
import { CommandSheet } from '@/components/command-sheet'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { StateTag } from '@/components/tag'
import { TextField } from '@/components/text-field'
import { useCreateShortlist, useShortlists } from '@/features/corps/review-api'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import { showDate } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

const NewSheet = ({ nodeId, onClose }: { nodeId: string; onClose: () => void }) => {
  const creating = useCreateShortlist()
  const form = useForm({ defaultValues: { title: '', places: '' } })
  const submit = ({ title, places }: { title: string; places: string }) =>
    creating.mutate(
      { nodeId, title, places: Number(places) },
      {
        onSuccess: ({ id }) => {
          onClose()
          openPage(routes.corpsShortlist, { id })
        },
      },
    )
  return (
    <CommandSheet
      title="新一批择优推荐"
      form={form}
      command={creating}
      confirmWord="开始排序"
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField control={form.control} name="title" label="名称" placeholder="如：2026 年第一批" max={40} />
      <TextField control={form.control} name="places" label="名额" kind="number" max={3} />
    </CommandSheet>
  )
}

const Shortlists = ({ seat }: { seat: Seat }) => {
  const [open, setOpen] = useState(false)
  return (
    <Page title="择优推荐" wide="reading" footer={<Button onPress={() => setOpen(true)}>新一批</Button>}>
      <SeatChoice seat={seat} />
      <QueryView
        query={useShortlists(seat.nodeId)}
        skeleton={<Skeleton kind="list" />}
        isEmpty={({ items }) => items.length === 0}
        empty={<Empty icon="star" title="还没有择优名单" detail="报名多于名额时，在这里把候选人排好，一次报送。" />}
      >
        {({ items }) => (
          <ListGroup>
            {items.map((list) => (
              <ListRow
                key={list.id}
                title={list.title}
                detail={`${list.nodeName} · 名额 ${list.places}，推荐 ${list.chosen}，候补 ${list.reserve} · ${showDate(list.at)}`}
                value={<StateTag state={shortlistMachine.states[list.state]} />}
                onPress={() => openPage(routes.corpsShortlist, { id: list.id })}
              />
            ))}
          </ListGroup>
        )}
      </QueryView>
      {open && <NewSheet nodeId={seat.nodeId} onClose={() => setOpen(false)} />}
    </Page>
  )
}

/** Choosing the best where more apply than there are places. */
const ShortlistsPage = () => <WithSeat title="择优推荐">{(seat) => <Shortlists key={seat.id} seat={seat} />}</WithSeat>

export default ShortlistsPage
