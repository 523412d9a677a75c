import { useCallback, useState } from 'react'
import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { isOverdue } from 'types/calendar'
import { fewestShownDays, honourKindLabels, honourMachine, type HonourRow } from 'types/volunteer-year-award'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { CommandSheet } from '@/components/command-sheet'
import { StateTag, Tag } from '@/components/tag'
import { TextField } from '@/components/text-field'
import { showDay } from '@/lib/clock'
import { saying } from '@/lib/said-and-done'
import { showToast } from '@/lib/toast-store'
import { ReasonForm } from './reason-form'
import {
  useAnnounceHonour,
  useAnswerHonour,
  useConfirmHonour,
  useDeclineHonour,
  useIssueCertificates,
  useWithdrawHonour,
} from './year-api'

type Props = { honour: HonourRow; onClose: () => void }
const rowOf = ({ id, version }: HonourRow) => ({ id, version })

const Announce = ({ honour, onClose }: Props) => {
  const form = useForm<{ days: number | undefined }>({ defaultValues: { days: fewestShownDays } })
  const command = useAnnounceHonour()
  return (
    <CommandSheet
      title="开始公示"
      form={form}
      command={command}
      confirmWord="公示"
      onClose={onClose}
      onSubmit={({ days = 0 }) => command.mutate({ ...rowOf(honour), days }, saying('已公示', onClose))}
    >
      <View>公示时只显示姓，人人可看、可提异议。</View>
      <TextField control={form.control} name="days" kind="number" label="公示几天" hint="至少 5 天。" max={2} />
    </CommandSheet>
  )
}

const Decline = ({ honour, onClose }: Props) => {
  const command = useDeclineHonour()
  return (
    <ReasonForm
      title="不采纳推荐"
      label="原因"
      confirmWord="不采纳"
      command={command}
      onWords={(reason) => command.mutate({ ...rowOf(honour), reason }, saying('已记录', onClose))}
      onClose={onClose}
    />
  )
}

const Withdraw = ({ honour, onClose }: Props) => {
  const command = useWithdrawHonour()
  return (
    <ReasonForm
      title="撤回推荐"
      label="原因"
      confirmWord="撤回"
      command={command}
      onWords={(reason) => command.mutate({ ...rowOf(honour), reason }, saying('已撤回', onClose))}
      onClose={onClose}
    />
  )
}

const Answer = ({ honour, onClose }: Props) => {
  const command = useAnswerHonour()
  const asked = honour.objections.find(({ answer }) => answer === null)
  if (!asked) return null
  return (
    <ReasonForm
      title={`答复：${asked.words}`}
      label="答复"
      name="words"
      max={200}
      confirmWord="答复"
      command={command}
      onWords={(words) => command.mutate({ ...rowOf(honour), objectionId: asked.id, words }, saying('已答复', onClose))}
      onClose={onClose}
    />
  )
}

const sheets = { announce: Announce, decline: Decline, withdraw: Withdraw, answer: Answer } as const
type Opened = keyof typeof sheets
const words: Record<Opened, string> = {
  announce: '开始公示',
  decline: '不采纳',
  withdraw: '撤回推荐',
  answer: '答复异议',
}

const isOpen = ({ objections }: HonourRow) => objections.some(({ answer }) => answer === null)
const actsOf = (honour: HonourRow): Opened[] =>
  (['announce', 'answer', 'decline', 'withdraw'] as const).filter(
    (act) => honour.acts.includes(act) && (act !== 'answer' || isOpen(honour)),
  )

const Confirm = ({ honour }: { honour: HonourRow }) => {
  const command = useConfirmHonour()
  const isOver = honour.objectUntil !== null && isOverdue(honour.objectUntil, new Date())
  if (!honour.acts.includes('confirm') || isOpen(honour) || !isOver) return null
  return (
    <Button
      small
      loading={command.isPending}
      onPress={() => command.mutate(rowOf(honour), { onSuccess: () => showToast('已确认', 'good') })}
    >
      公示期满，确认
    </Button>
  )
}

const Issue = ({ honour, nodeId }: { honour: HonourRow; nodeId: string }) => {
  const command = useIssueCertificates()
  if (honour.state !== 'confirmed' || honour.certified) return null
  const issue = () =>
    command.mutate(
      { nodeId, of: 'award', ids: [honour.id] },
      {
        onSuccess: ({ items: [one] }) =>
          showToast(one?.number ? `已颁发 ${one.number}` : (one?.message ?? ''), one?.number ? 'good' : 'bad'),
      },
    )
  return (
    <Button small loading={command.isPending} onPress={issue}>
      颁发证书
    </Button>
  )
}

/** One recommendation: how it stands and what is next. */
export const HonourCard = ({ honour, nodeId }: { honour: HonourRow; nodeId: string }) => {
  const [open, setOpen] = useState<Opened>()
  const close = useCallback(() => setOpen(undefined), [])
  const Sheet = open && sheets[open]
  return (
    <Card>
      <View className="stack-s">
        <View className="row-between">
          <View className="title grow">{honour.name}</View>
          <StateTag state={honourMachine.states[honour.state]} />
        </View>
        <View className="text-m">
          {[honourKindLabels[honour.kind], honour.employer, `${honour.node}推荐，${honour.decider}确认`]
            .filter(Boolean)
            .join(' · ')}
        </View>
        <View className="pre-line">{honour.reason}</View>
        {honour.closing && <View className="text-m">原因：{honour.closing}</View>}
        {honour.state === 'announced' && honour.objectUntil && (
          <View className="note">公示到 {showDay(honour.objectUntil)}</View>
        )}
        {honour.objections.map(({ id, words: said, answer }) => (
          <View key={id} className="text-m">
            异议：{said}　{answer ? `答复：${answer}` : '（待答复）'}
          </View>
        ))}
        {honour.certified && (
          <View className="row-wrap">
            <Tag tone="green">已颁发证书</Tag>
          </View>
        )}
        <View className="row-wrap">
          <Confirm honour={honour} />
          <Issue honour={honour} nodeId={nodeId} />
          {actsOf(honour).map((act) => (
            <Button key={act} small kind={act === 'announce' ? 'primary' : 'ghost'} onPress={() => setOpen(act)}>
              {words[act]}
            </Button>
          ))}
        </View>
        {Sheet && <Sheet honour={honour} onClose={close} />}
      </View>
    </Card>
  )
}
