import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { mostLedgerViews, type LedgerView } from 'types/hazard-ledger-views'
import { ActSheet } from '@/components/act-sheet'
import { Button } from '@/components/button'
import { CheckboxField } from '@/components/checkbox-field'
import { Chip } from '@/components/chip'
import { ListGroup, ListRow } from '@/components/list-row'
import { TextField } from '@/components/text-field'
import { useFreshId } from '@/hooks/use-fresh-id'
import { sentenceOf } from '@/lib/query-client'
import type { LedgerFilter } from './api'
import { useDropView, useSaveView } from './ledger-views-api'

export type Shown = { filter: LedgerFilter; order: LedgerView['order'] }

/** The part of a view that is shown, without its name. */
export const shownBy = ({ filter, order }: Shown): Shown => ({ filter, order })

const wordOf = ({ filter, order }: Shown) =>
  JSON.stringify([order, ...Object.entries(filter).filter(([, value]) => value !== undefined)].sort())

type Props = { views: readonly LedgerView[]; shown: Shown; onOpen: (view: Shown) => void }

const Saved = ({ views }: Pick<Props, 'views'>) => {
  const drop = useDropView()
  if (views.length === 0) return null
  return (
    <>
      <ListGroup title="已保存，点一下删除">
        {views.map(({ id, name, first }) => (
          <ListRow
            key={id}
            icon="trash"
            title={name}
            detail={first ? '打开台账先看这个' : undefined}
            label={`删除视图${name}`}
            onPress={() => drop.mutate(id)}
          />
        ))}
      </ListGroup>
      {drop.error && <View className="ink-red">{sentenceOf(drop.error)}</View>}
    </>
  )
}

const SaveSheet = ({ views, shown, onClose }: Omit<Props, 'onOpen'> & { onClose: () => void }) => {
  const form = useForm({ defaultValues: { name: '', first: false } })
  const save = useSaveView()
  const fresh = useFreshId()
  const submit = async (values: { name: string; first: boolean }) => {
    save.mutate({ ...values, ...shown, _id: await fresh.get() }, { onSuccess: onClose })
  }
  return (
    <ActSheet
      open
      title="保存现在的条件"
      form={form}
      pending={save.isPending}
      error={save.error}
      confirmWord="保存"
      onClose={onClose}
      onSubmit={(values) => void submit(values)}
    >
      <TextField control={form.control} name="name" label="名称" placeholder="例如 重大未改完" max={12} />
      <CheckboxField control={form.control} name="first">
        打开台账时先看这个
      </CheckboxField>
      <View className="note">只有您自己看得到，最多 {mostLedgerViews} 个。</View>
      <Saved views={views} />
    </ActSheet>
  )
}

/** Filters under a name of one's own: one tap opens them. */
export const LedgerViews = ({ views, shown, onOpen }: Props) => {
  const [saving, setSaving] = useState(false)
  const now = wordOf(shown)
  return (
    <View className="row-wrap">
      {views.map((view) => (
        <Chip
          key={view.id}
          on={wordOf(view) === now}
          onPress={() => onOpen(wordOf(view) === now ? { filter: {}, order: 'newest' } : shownBy(view))}
        >
          {view.name}
        </Chip>
      ))}
      <Button small kind="quiet" icon="star" onPress={() => setSaving(true)}>
        {views.length > 0 ? '保存和管理' : '保存这组条件'}
      </Button>
      {saving && <SaveSheet views={views} shown={shown} onClose={() => setSaving(false)} />}
    </View>
  )
}
