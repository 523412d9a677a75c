import { useState } from 'react'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { ListRow } from '@/components/list-row'
import { roundMachine } from 'types/volunteer-year-machine'
import { StateTag } from '@/components/tag'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { sentenceOf } from '@/lib/query-client'
import { saying } from '@/lib/said-and-done'
import { showToast } from '@/lib/toast-store'
import { useOpenRound } from './year-api'
import type { Overview } from './year-tiles'

/** The way to the assessment; the first time it is opened here. */
export const RoundRow = ({ overview: { round, nodeId, node, year } }: { overview: Overview }) => {
  const [asking, setAsking] = useState(false)
  const command = useOpenRound()
  const close = () => setAsking(false)
  const open = () =>
    command.mutate(
      { nodeId, year },
      { ...saying('考核已开始，名单一两分钟内列好', close), onError: (error) => showToast(sentenceOf(error), 'bad') },
    )
  if (round)
    return (
      <ListRow
        icon="document"
        tone="amber"
        title="年度考核"
        value={<StateTag state={roundMachine.states[round.state]} />}
        onPress={() =>
          openPage(routes.corpsAssess, {
            round: round.id,
            year: String(year),
            sealed: round.state === 'sealed' ? '1' : undefined,
          })
        }
      />
    )
  return (
    <>
      <ListRow
        icon="document"
        tone="amber"
        title="开始年度考核"
        detail="12 月 1 日起可以开始"
        onPress={() => setAsking(true)}
      />
      <ConfirmDialog
        open={asking}
        title={`开始 ${year} 年度考核？`}
        confirmWord="开始考核"
        loading={command.isPending}
        onConfirm={open}
        onClose={close}
      >
        {node}下辖、还没有列入其他考核的在册志愿者都会列入，系统按规则给出建议。
      </ConfirmDialog>
    </>
  )
}
