import { useCallback, useState } from 'react'
import { Input, View } from '@tarojs/components'
import { mostAtOnce, type ReviewDecision } from 'types/volunteer'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { QueryView } from '@/components/query-view'
import { Sheet } from '@/components/sheet'
import { Skeleton } from '@/components/skeleton'
import { inputName } from '@/lib/input-name'
import { showToast } from '@/lib/toast-store'
import { useApplication } from './api'
import { ApplicationPanel } from './application-panel'
import { BatchSheet } from './batch-sheet'
import { useDesk } from './review-api'
import { ReviewRows, type QueueRow } from './review-rows'
import { decisionLabels, isStage } from './review-words'
import { keyHelp, useReviewKeys } from './use-review-keys'
import './review-table.scss'

const nothing = <Empty icon="check" title="没有待您审核的申请" detail="有人报名时，这里和消息里都会提醒您。" />
const choose = (
  <Card>
    <View className="text-m">按 ↑ ↓ 移动，回车在这里打开，空格选中。没有打开也没有选中的，不会被办理。</View>
  </Card>
)

const Side = ({ id }: { id: string }) => (
  <QueryView query={useApplication(id)} skeleton={<Skeleton kind="card" count={3} />}>
    {(application) => <ApplicationPanel application={application} />}
  </QueryView>
)

const Help = ({ open, onClose }: { open: boolean; onClose: () => void }) => (
  <Sheet open={open} title="键盘操作" onClose={onClose}>
    <View className="stack-s">
      {keyHelp.map(([key, words]) => (
        <View key={key} className="row-between">
          <View className="strong">{key}</View>
          <View>{words}</View>
        </View>
      ))}
    </View>
  </Sheet>
)

const searchName = '搜姓名或单位'
// The browser draws a real field; a phone never comes here by key.
const focusSearch = () => {
  if (typeof document !== 'undefined') document.querySelector<HTMLInputElement>('.review-search input')?.focus()
}

const matches = ({ name, unit }: QueueRow, words: string) => name.includes(words) || unit.includes(words)

/** Which rows are shown, where one stands, what is ticked and what is open. */
const useTable = (all: readonly QueueRow[]) => {
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const [openId, setOpenId] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const rows = words.trim() ? all.filter((row) => matches(row, words.trim())) : all
  const nowAt = Math.min(at, Math.max(0, rows.length - 1))
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  const open = (index: number) => {
    setAt(index)
    setOpenId(rows[index]?.id ?? '')
  }
  const ticked = all.filter(({ id }) => chosen.has(id)).slice(0, mostAtOnce)
  const clear = () => setChosen(new Set())
  return { words, setWords, rows, nowAt, setAt, chosen, toggle, open, openId, ticked, clear }
}

const decisions = Object.keys(decisionLabels) as ReviewDecision[]

type Table = ReturnType<typeof useTable>
type BarProps = { table: Table; onDecide: (decision: ReviewDecision) => void; onHelp: () => void }

const Bar = ({ table, onDecide, onHelp }: BarProps) => (
  <View className="review-bar">
    <View className="review-search grow">
      <Input
        className="field-box field-input"
        value={table.words}
        placeholder={`${searchName}（/）`}
        placeholderClass="field-blank"
        maxlength={20}
        onInput={(event) => table.setWords(event.detail.value)}
        {...inputName(searchName)}
      />
    </View>
    <View className="text-m">已选 {table.ticked.length} 份</View>
    {decisions.map((decision) => (
      <Button
        key={decision}
        small
        kind={decision === 'approve' ? 'primary' : 'ghost'}
        onPress={() => onDecide(decision)}
      >
        {decisionLabels[decision]}
      </Button>
    ))}
    <Button small kind="quiet" onPress={onHelp}>
      键盘（?）
    </Button>
  </View>
)

const Desk = ({ all }: { all: readonly QueueRow[] }) => {
  const table = useTable(all)
  const [deciding, setDeciding] = useState<ReviewDecision | null>(null)
  const [isHelp, setIsHelp] = useState(false)
  const [now] = useState(() => new Date())
  const { rows, nowAt, ticked } = table
  const decide = (decision: ReviewDecision) =>
    ticked.length > 0 ? setDeciding(decision) : showToast('请先选中要办理的行（空格）')
  const done = () => {
    setDeciding(null)
    table.clear()
  }
  useReviewKeys(deciding === null && !isHelp, {
    move: (by) => table.setAt(Math.max(0, Math.min(rows.length - 1, nowAt + by))),
    toggle: () => rows[nowAt] && table.toggle(rows[nowAt].id),
    open: () => table.open(nowAt),
    decide,
    search: focusSearch,
    help: () => setIsHelp(true),
  })
  const stage = ticked[0]?.state
  return (
    <>
      <Bar table={table} onDecide={decide} onHelp={() => setIsHelp(true)} />
      <View className="review-split">
        <ReviewRows {...{ rows, nowAt, now, chosen: table.chosen }} onToggle={table.toggle} onOpen={table.open} />
        <View className="review-side">{table.openId ? <Side key={table.openId} id={table.openId} /> : choose}</View>
      </View>
      {deciding && stage && isStage(stage) && (
        <BatchSheet
          rows={ticked.map(({ id, version, name }) => ({ id, version, name }))}
          {...{ decision: deciding, stage }}
          onClose={done}
        />
      )}
      <Help open={isHelp} onClose={useCallback(() => setIsHelp(false), [])} />
    </>
  )
}

/** What waits for this node in a PC window: many at once, by mouse or by keyboard. */
export const ReviewDesk = ({ nodeId }: { nodeId: string }) => {
  const { desk, rows } = useDesk(nodeId)
  return (
    <QueryView query={desk} isEmpty={() => rows.length === 0} empty={nothing}>
      {() => <Desk all={rows} />}
    </QueryView>
  )
}
