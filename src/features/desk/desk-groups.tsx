import { ListGroup, ListRow } from '@/components/list-row'
import { openPage } from '@/lib/go'
import type { DeskRow, Overview } from './desk-rows'

type Props = {
  groups: Record<string, readonly DeskRow[]>
  overview: Overview
  isOfficer: boolean
  isRegulator: boolean
}

/** Rows of the desk this person may follow; a group of which none is left is not there. */
export const DeskGroups = ({ groups, overview, isOfficer, isRegulator }: Props) => {
  const isSeen = ({ who }: DeskRow) => !who || isOfficer || (who === 'office' && isRegulator)
  return Object.entries(groups)
    .map(([title, rows]) => ({ title, rows: rows.filter(isSeen) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, rows }) => (
      <ListGroup key={title} title={title}>
        {rows.map(({ route, value, icon, tone, title: name, detail }) => (
          <ListRow
            key={route}
            icon={icon}
            tone={tone}
            title={name}
            detail={detail}
            value={value?.(overview)}
            onPress={() => openPage(route)}
          />
        ))}
      </ListGroup>
    ))
}
