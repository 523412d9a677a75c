import { useState } from 'react'
import { View } from '@tarojs/components'
import type { YearRow } from 'types/volunteer-year'
import type { YearState } from 'types/volunteer-year-machine'
import { yearOf } from 'types/volunteer-year-rules'
import { ChipChoice } from '@/components/chip'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { DecideList } from '@/features/corps/year/decide-list'
import { RoundCard } from '@/features/corps/year/round-card'
import { useAgreeYears, useConfirmYears, useIssueCertificates, useYearRound } from '@/features/corps/year/year-api'
import type { Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import { useQueryParam } from '@/hooks/use-query-param'
import { sentenceOf } from '@/lib/query-client'
import { showToast } from '@/lib/toast-store'

const stages: readonly { value: YearState; label: string }[] = [
  { value: 'proposed', label: '待工会确认' },
  { value: 'confirmed', label: '待监管同意' },
  { value: 'objected', label: '有异议' },
  { value: 'agreed', label: '已告知' },
  { value: 'sealed', label: '已定' },
]

type Outcome = { items: readonly { message: string | null }[] }
const telling = {
  onSuccess: ({ items }: Outcome) => {
    const refused = items.filter(({ message }) => message !== null)
    const first = refused[0]?.message
    if (first) showToast(`办好 ${items.length - refused.length} 人，${refused.length} 人没有办成：${first}`, 'bad')
    else showToast(`已办好 ${items.length} 人`, 'good')
  },
  onError: (error: Error) => showToast(sentenceOf(error), 'bad'),
}

/** What an officer or a regulator may do with many rows of a stage at once. */
const useActOf = ({ role, nodeId }: Seat, state: YearState) => {
  const confirm = useConfirmYears()
  const agree = useAgreeYears()
  const issue = useIssueCertificates()
  const rowOf = ({ id, version }: YearRow) => ({ id, version })
  if (state === 'proposed' && role === 'officer')
    return {
      word: '按建议确认',
      pending: confirm.isPending,
      // Excellent wants a reason of its own: one by one.
      fits: ({ proposal }: YearRow) => proposal === 'qualified' || proposal === 'unqualified',
      onRows: (rows: readonly YearRow[]) =>
        confirm.mutate(
          { nodeId, items: rows.map((row) => ({ ...rowOf(row), result: row.proposal ?? 'qualified' })) },
          telling,
        ),
    }
  if (state === 'confirmed' && role === 'regulator')
    return {
      word: '同意',
      pending: agree.isPending,
      fits: () => true,
      onRows: (rows: readonly YearRow[]) =>
        agree.mutate({ nodeId, decision: 'agree', items: rows.map(rowOf) }, telling),
    }
  if (state === 'sealed' && role === 'officer')
    return {
      word: '颁发证书',
      pending: issue.isPending,
      fits: ({ certified, result }: YearRow) => !certified && result !== 'unqualified',
      onRows: (rows: readonly YearRow[]) =>
        issue.mutate({ nodeId, of: 'year', ids: rows.map(({ id }) => id) }, telling),
    }
  return null
}

const Round = ({ id }: { id: string }) => (
  <QueryView query={useYearRound(id)}>{(round) => <RoundCard round={round} />}</QueryView>
)

const Assess = ({ seat }: { seat: Seat }) => {
  const asked = Number(useQueryParam('year'))
  const year = asked >= 2018 ? asked : yearOf(new Date())
  const round = useQueryParam('round')
  const isSealed = useQueryParam('sealed') === '1'
  const first = isSealed ? 'sealed' : seat.role === 'officer' ? 'proposed' : 'confirmed'
  const [state, setState] = useState<YearState>(first)
  const act = useActOf(seat, state)
  return (
    <Page title={`${year} 年度考核`} wide="reading">
      <View className="stack">
        {round && seat.role === 'officer' && <Round id={round} />}
        <ChipChoice label="阶段" options={stages} value={state} onChange={setState} />
        <DecideList key={state} nodeId={seat.nodeId} year={year} state={state} act={act} empty="这个阶段没有人" />
      </View>
    </Page>
  )
}

/** The year's assessment, stage by stage. */
const AssessPage = () => (
  <WithSeat title="年度考核" roles={['officer', 'regulator']}>
    {(seat) => <Assess key={seat.id} seat={seat} />}
  </WithSeat>
)

export default AssessPage
