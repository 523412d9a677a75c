import { useState } from 'react'
import { View } from '@tarojs/components'
import { roleLabels } from 'types/org'
import { inviteMachine } from 'types/org-office'
import { ListGroup, ListRow } from '@/components/list-row'
import { StateTag, Tag } from '@/components/tag'
import { showDate, showDay } from '@/lib/clock'
import type { InviteRow, PersonRow } from './api'
import { InviteSheet } from './invite-sheet'
import { PersonSheet } from './person-sheet'
import { useInviteCard } from './use-invite-card'

const InviteFacts = ({ invite }: { invite: InviteRow }) => (
  <>
    <View>{invite.nodeName}</View>
    <View>{`${invite.invitedBy}邀请，${showDay(invite.expiresAt)}前有效`}</View>
  </>
)

/** Invitations nobody has accepted yet. */
export const OpenInvites = ({ invites }: { invites: readonly InviteRow[] }) => {
  const [open, setOpen] = useState<InviteRow | null>(null)
  useInviteCard(open)
  if (invites.length === 0) return null
  return (
    <View>
      <ListGroup title="还没接受的邀请">
        {invites.map((invite) => (
          <ListRow
            key={invite.id}
            title={roleLabels[invite.role]}
            detail={<InviteFacts invite={invite} />}
            value={<StateTag state={inviteMachine.states[invite.state]} />}
            onPress={() => setOpen(invite)}
          />
        ))}
      </ListGroup>
      {open && <InviteSheet invite={open} onClose={() => setOpen(null)} />}
    </View>
  )
}

const tones = { officer: 'blue', regulator: 'green', fixer: 'amber', 'team-leader': 'grey' } as const

type PeopleProps = { people: readonly PersonRow[]; mayRevoke: boolean }

/** Who holds which role; regulators only read it. */
export const PeopleRows = ({ people, mayRevoke }: PeopleProps) => {
  const [open, setOpen] = useState<PersonRow | null>(null)
  return (
    <View>
      <ListGroup title="在任人员">
        {people.map((person) => (
          <ListRow
            key={person.grantId}
            title={person.name || '未留姓名'}
            detail={[person.nodeName, person.phone, person.until && `任期至 ${showDate(person.until)}`]
              .filter(Boolean)
              .join(' · ')}
            value={<Tag tone={tones[person.role]}>{roleLabels[person.role]}</Tag>}
            onPress={mayRevoke ? () => setOpen(person) : undefined}
          />
        ))}
      </ListGroup>
      {open && <PersonSheet person={open} onClose={() => setOpen(null)} />}
    </View>
  )
}
