import { useState } from 'react'
import { useForm, useWatch, type Control } from 'react-hook-form'
import { View } from '@tarojs/components'
import { boardMachine } from 'types/hazard-board'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Segment } from '@/components/segment'
import { StateTag, Tag } from '@/components/tag'
import { TextField } from '@/components/text-field'
import {
  useBoardDraft,
  usePrintBoard,
  usePublishBoard,
  useWithdrawBoard,
  type BoardDraft,
} from '@/features/office/board-api'
import { BoardSheet } from '@/features/office/board-sheet'
import { EnterpriseField } from '@/features/office/enterprise-field'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import '@/features/office/office.scss'
import { useIsWide } from '@/hooks/use-is-wide'
import { dayIn } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { openDocument } from '@/lib/open-document'
import { printPage } from '@/lib/print-page'
import { sentenceOf } from '@/lib/query-client'
import { routes } from '@/lib/routes'
import { showToast } from '@/lib/toast-store'
import { WithSeat } from '@/features/session/with-seat'

type Chosen = { enterprise: { id: string; name: string } | null }
type Words = Record<string, string>

const monthBefore = (month: string) => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}

const Rows = ({ draft, control }: { draft: BoardDraft; control: Control<{ words: Words }> }) => (
  <View className="office-grid">
    {draft.rows.map((row) => (
      <Card key={row.id}>
        <View className="stack-s">
          <View className="row-between">
            <View className="note">{row.number}</View>
            <Tag tone={row.late ? 'red' : 'grey'}>{row.late ? `${row.state}，逾期` : row.state}</Tag>
          </View>
          <TextField control={control} name={`words.${row.id}`} label={`公示内容（${row.number}）`} max={60} />
        </View>
      </Card>
    ))}
  </View>
)

type DraftProps = { seat: Seat; enterpriseId: string; month: string; draft: BoardDraft }

const Draft = ({ seat, enterpriseId, month, draft }: DraftProps) => {
  const form = useForm<{ words: Words }>({
    defaultValues: { words: Object.fromEntries(draft.rows.map(({ id, words }) => [id, words])) },
  })
  const publish = usePublishBoard()
  const withdraw = useWithdrawBoard()
  const printing = usePrintBoard()
  const isWide = useIsWide()
  const typed = useWatch({ control: form.control, name: 'words' })
  const shown = draft.rows.map((row) => ({ ...row, words: typed[row.id] ?? row.words }))
  const print = isWide ? printPage : null
  const send = ({ words }: { words: Words }) => {
    const given = draft.rows.map(({ id, words: before }) => ({ id, words: words[id] || before }))
    publish.mutate(
      { enterpriseId, month, version: draft.version, words: given },
      { onSuccess: () => showToast('已公示，职工在手机上能看到', 'good') },
    )
  }
  const takeDown = () => {
    if (draft.version !== null) withdraw.mutate({ enterpriseId, month, version: draft.version })
  }
  const openSheet = () =>
    printing.mutate({ enterpriseId, month }, { onSuccess: ({ url, fileName }) => void openDocument(url, fileName) })
  return (
    <View className="stack">
      <View className="stack board-around">
        {draft.state && (
          <View className="row-between">
            <View className="note">第 {draft.edition} 版</View>
            <StateTag state={boardMachine.states[draft.state]} />
          </View>
        )}
        <Card tone="amber">
          <View>只公示企业已经知道的隐患。不写上报人、经办人、照片，不照抄上报人的原话。</View>
        </Card>
        <Rows draft={draft} control={form.control} />
        {publish.error && <View className="ink-red">{sentenceOf(publish.error)}</View>}
        <Button loading={publish.isPending} onPress={() => void form.handleSubmit(send)()}>
          {draft.state === 'published' ? '按现在的情况公示新一版' : '公示'}
        </Button>
        {draft.state === 'published' && (
          <View className="row-wrap">
            <Button
              small
              kind="ghost"
              icon="eye"
              onPress={() => openPage(routes.hazardBoard, { e: enterpriseId, month })}
            >
              看职工看到的
            </Button>
            <Button small kind="ghost" icon="download" loading={printing.isPending} onPress={openSheet}>
              打印用的表格
            </Button>
            <Button small kind="quiet" loading={withdraw.isPending} onPress={takeDown}>
              撤下
            </Button>
          </View>
        )}
        {print && (
          <Button kind="ghost" icon="document" onPress={print}>
            打印公示栏
          </Button>
        )}
      </View>
      {isWide && <BoardSheet union={seat.nodeName} enterprise={draft.enterprise} month={month} rows={shown} />}
    </View>
  )
}

const nothing = (
  <Empty
    icon="check"
    title="这个月没有可公示的隐患"
    detail="交给这家企业整改的隐患，当月没改完或当月销号的会列在这里。"
  />
)

const Board = ({ seat }: { seat: Seat }) => {
  const now = dayIn(0).slice(0, 7)
  const [month, setMonth] = useState(now)
  const form = useForm<Chosen>({ defaultValues: { enterprise: null } })
  const enterprise = useWatch({ control: form.control, name: 'enterprise' })
  const draft = useBoardDraft(enterprise?.id ?? '', month)
  const months = [
    { value: now, label: '本月' },
    { value: monthBefore(now), label: '上月' },
  ]
  return (
    <Page title="隐患公示栏" wide>
      <View className="stack board-around">
        <SeatChoice seat={seat} />
        <EnterpriseField control={form.control} name="enterprise" label="哪家企业" nodeId={seat.nodeId} />
        <Segment label="哪个月" options={months} value={month} onChange={setMonth} />
      </View>
      {enterprise ? (
        <QueryView query={draft} isEmpty={({ rows }) => rows.length === 0} empty={nothing}>
          {(data) => (
            <Draft
              key={`${enterprise.id}.${month}.${data.version}`}
              {...{ seat, month, draft: data, enterpriseId: enterprise.id }}
            />
          )}
        </QueryView>
      ) : (
        <Empty icon="building" title="先选一家企业" detail="选好后列出当月要公示的隐患，可以改写再公示、打印。" />
      )}
    </Page>
  )
}

/** Publishes, month by month, what became of an enterprise's hazards, and prints it. */
const BoardPage = () => <WithSeat title="隐患公示栏">{(seat) => <Board key={seat.id} seat={seat} />}</WithSeat>

export default BoardPage
