import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import { shortlistMachine, type shortlistEntries } from 'types/volunteer-shortlist'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { CheckboxField } from '@/components/checkbox-field'
import { CommandSheet } from '@/components/command-sheet'
import '@/components/field.scss'
import { Stat } from '@/components/stat'
import { StateTag } from '@/components/tag'
import { TextareaField } from '@/components/textarea-field'
import { saying } from '@/lib/said-and-done'
import { showToast } from '@/lib/toast-store'
import { useDropShortlist, usePassShortlist, useSaveShortlist } from './review-api'
import { CandidateCard, type Candidate, type Choice } from './review-candidates'
import './review-table.scss'

type Shortlist = OutputOf<typeof shortlistEntries.shortlist>
type Row = { id: string; version: number }

const choiceOf = ({ id, pick, reason }: Candidate): Choice => ({ id, pick: pick ?? 'out', reason })

const PassSheet = ({ list, rows, onClose }: { list: Shortlist; rows: readonly Row[]; onClose: () => void }) => {
  const passing = usePassShortlist()
  const form = useForm({ defaultValues: { opinion: '经择优比选，同意推荐。', entered: false } })
  const { id, version } = list.head
  const refused = passing.data?.results.flatMap((result) => (result.ok ? [] : [result])) ?? []
  const nameOf = (one: string) => list.candidates.find((candidate) => candidate.id === one)?.name ?? ''
  const submit = ({ opinion, entered }: { opinion: string; entered: boolean }) =>
    passing.mutate(
      { id, version, opinion, rows: [...rows], ...(entered ? { entered } : {}) },
      {
        onSuccess: ({ state }) => {
          if (state !== 'passed') return
          showToast('已报送', 'good')
          onClose()
        },
      },
    )
  return (
    <CommandSheet
      title={`报送 ${rows.length} 名人选`}
      form={form}
      command={passing}
      confirmWord={`报送 ${rows.length} 人`}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextareaField control={form.control} name="opinion" label="推荐意见" max={200} />
      <CheckboxField control={form.control} name="entered">
        其中还不是职工志愿者的，都已在职工志愿平台录入
      </CheckboxField>
      {refused.map((result) => (
        <View key={result.id} className="ink-red">
          {nameOf(result.id)}：{result.reason}
        </View>
      ))}
    </CommandSheet>
  )
}

const DropSheet = ({ head, onClose }: { head: Shortlist['head']; onClose: () => void }) => {
  const dropping = useDropShortlist()
  const form = useForm({ defaultValues: { reason: '' } })
  return (
    <CommandSheet
      title="作废这份名单"
      form={form}
      command={dropping}
      confirmWord="作废"
      onClose={onClose}
      onSubmit={({ reason }) =>
        dropping.mutate({ id: head.id, version: head.version, reason }, saying('已作废', onClose))
      }
    >
      <TextareaField control={form.control} name="reason" label="原因" hint="候选人仍在审核列表里。" max={100} />
    </CommandSheet>
  )
}

const moved = (choices: readonly Choice[], from: number, by: 1 | -1): Choice[] => {
  const next = [...choices]
  const [one] = next.splice(from, 1)
  if (one) next.splice(from + by, 0, one)
  return next
}

type Open = 'pass' | 'drop' | null

/** Those who wait, side by side: ranked with reasons, some in reserve, passed on in one go. */
export const ShortlistPanel = ({ list }: { list: Shortlist }) => {
  const { head, candidates } = list
  const [choices, setChoices] = useState(() => candidates.map(choiceOf))
  const [open, setOpen] = useState<Open>(null)
  const saving = useSaveShortlist()
  const editable = head.state === 'open'
  const chosen = choices.filter(({ pick }) => pick === 'in')
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]))
  const save = (then: () => void) =>
    saving.mutate(
      {
        id: head.id,
        version: head.version,
        picks: choices.map((one) => ({ ...one, reason: one.reason || undefined })),
      },
      { onSuccess: then },
    )
  const change = (at: number, choice: Choice) => setChoices(choices.map((one, index) => (index === at ? choice : one)))
  const rows = chosen.map(({ id }) => ({ id, version: byId.get(id)?.version ?? 0 }))
  return (
    <View className="stack">
      <Card>
        <View className="stack-s">
          <View className="row-between">
            <View className="title">{head.title}</View>
            <StateTag state={shortlistMachine.states[head.state]} />
          </View>
          <View className="row">
            <Stat value={head.places} label="名额" />
            <Stat value={chosen.length} label="推荐" tone={chosen.length > head.places ? 'red' : 'plain'} />
            <Stat value={choices.filter(({ pick }) => pick === 'reserve').length} label="候补" />
            <Stat value={candidates.length} label="候选" />
          </View>
          {editable && (
            <View className="row-wrap">
              <Button
                small
                kind="ghost"
                loading={saving.isPending}
                onPress={() => save(() => showToast('已保存', 'good'))}
              >
                保存排序
              </Button>
              <Button small disabled={chosen.length === 0} onPress={() => save(() => setOpen('pass'))}>
                报送推荐的 {String(chosen.length)} 人
              </Button>
              <Button small kind="quiet" onPress={() => setOpen('drop')}>
                作废
              </Button>
            </View>
          )}
        </View>
      </Card>
      <View className="candidate-grid">
        {choices.map((choice, index) => {
          const candidate = byId.get(choice.id)
          return candidate ? (
            <CandidateCard
              key={choice.id}
              {...{ candidate, choice, editable, rank: index + 1 }}
              onChange={(next) => change(index, next)}
              onUp={index > 0 ? () => setChoices(moved(choices, index, -1)) : undefined}
              onDown={index < choices.length - 1 ? () => setChoices(moved(choices, index, 1)) : undefined}
            />
          ) : null
        })}
      </View>
      {open === 'pass' && <PassSheet list={list} rows={rows} onClose={() => setOpen(null)} />}
      {open === 'drop' && <DropSheet head={head} onClose={() => setOpen(null)} />}
    </View>
  )
}
