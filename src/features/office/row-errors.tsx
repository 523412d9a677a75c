import { ListGroup, ListRow } from '@/components/list-row'
import { Tag } from '@/components/tag'

type RowError = { row: number; column: string | null; message: string }

/** What is wrong with a sheet, row by row; nothing where all is well. */
export const RowErrors = ({ errors }: { errors: readonly RowError[] }) =>
  errors.length === 0 ? null : (
    <ListGroup title="哪一行、怎么改">
      {errors.map(({ row, column, message }, index) => (
        <ListRow
          key={index}
          title={message}
          detail={column ? `“${column}”一列` : undefined}
          value={<Tag tone="red">{`第 ${row} 行`}</Tag>}
        />
      ))}
    </ListGroup>
  )
