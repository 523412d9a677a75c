import { ListGroup, ListRow } from '@/components/list-row'
import { openPage, openTab } from '@/lib/go'
import { routes } from '@/lib/routes'
import { useMyFindings } from './api'

/** Hazards reported in the year; without any it says how. Nothing while it is not known. */
export const FindingsRow = ({ year }: { year: number }) => {
  const { data } = useMyFindings(year)
  if (!data) return null
  const { reported, found, closed, hidden } = data
  const isSome = reported > 0
  return (
    <ListGroup title="发现隐患">
      <ListRow
        icon="camera"
        tone="amber"
        title={isSome ? `上报 ${reported} 处，受理 ${found} 处，已整改 ${closed} 处` : '这一年还没有上报隐患'}
        detail={
          hidden > 0
            ? `其中 ${hidden} 处您选了对企业保密，只有您自己看得到，不计入考核依据。`
            : '考核时工会和监管只看到您实名上报的条数；匿名的不计。'
        }
        onPress={() => (isSome ? openPage(routes.hazardMine) : openTab('hazard'))}
      />
    </ListGroup>
  )
}
