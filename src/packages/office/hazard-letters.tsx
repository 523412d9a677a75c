import { useState } from 'react'
import { letterMachine, type LetterRow, type LetterState } from 'types/hazard-letter'
import { ListRow } from '@/components/list-row'
import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { StateTag } from '@/components/tag'
import { ChipChoice } from '@/components/chip'
import { useLetters } from '@/features/office/letter/letter-api'
import { RowList } from '@/components/row-list'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import { showDay, showRemaining } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { WithSeat } from '@/features/session/with-seat'

const shownStates: readonly LetterState[] = ['drafted', 'sent', 'refused', 'referred', 'replied']
const filters = [
  { value: 'all', label: '全部' },
  ...shownStates.map((value) => ({ value, label: letterMachine.states[value].label })),
]

const whenOf = ({ state, replyDueAt, createdAt, sentAt }: LetterRow) => {
  if (state === 'sent' && replyDueAt) return `答复期${showRemaining(replyDueAt)}`
  return sentAt ? `${showDay(sentAt)}发出` : `${showDay(createdAt)}起草`
}

const detailOf = (row: LetterRow) => [row.number ?? `隐患 ${row.hazard}`, whenOf(row)].join(' · ')

const empty = (
  <Empty
    icon="document"
    title="还没有建议函"
    detail="在隐患办理页点“起草建议函”，系统会按这条隐患填好，编号、期限和提醒都自动管。"
  />
)

const Letters = ({ seat }: { seat: Seat }) => {
  const [filter, setFilter] = useState<string>('all')
  const found = useLetters(
    seat.nodeId,
    shownStates.find((state) => state === filter),
  )
  return (
    <Page title="书面建议函" wide>
      <SeatChoice seat={seat} />
      <ChipChoice label="看哪些" options={filters} value={filter} onChange={setFilter} />
      <RowList query={found} empty={empty}>
        {(row) => (
          <ListRow
            key={row.id}
            title={row.to}
            detail={detailOf(row)}
            value={<StateTag state={letterMachine.states[row.state]} />}
            onPress={() => openPage(routes.officeLetter, { id: row.id })}
          />
        )}
      </RowList>
    </Page>
  )
}

/** Every letter of the officer's union and of those below. */
const LettersPage = () => <WithSeat title="书面建议函">{(seat) => <Letters key={seat.id} seat={seat} />}</WithSeat>

export default LettersPage
