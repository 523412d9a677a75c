import { useCallback, useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import { hazardPhotoPath } from 'types/hazard'
import type { reportEntries } from 'types/hazard-report'
import { deriveId } from 'types/ids'
import { ActSheet } from '@/components/act-sheet'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { FieldFrame } from '@/components/field-frame'
import { PhotoGrid } from '@/components/photo-grid'
import { QueueList } from '@/components/queue-list'
import { TextareaField } from '@/components/textarea-field'
import { retrievalKeyOf } from '@/features/hazard/retrieval'
import { useNow } from '@/hooks/use-now'
import { useShootingGate } from '@/features/hazard/shooting-gate'
import { useRenewAfterDelivery } from '@/features/hazard/use-renew-after-delivery'
import { showDay } from '@/lib/clock'
import type { QueueItem } from '@/lib/storage-keys'
import { submit, type Submission } from '@/lib/submit-queue'

type Report = OutputOf<typeof reportEntries.view>
type Values = { reason: string; photos: string[] }

const toReopen = ({ id, version, code }: Report, { reason, photos }: Values): Submission => {
  const retrievalKey = retrievalKeyOf(id)
  return {
    ...{ domain: 'hazard', action: 'reopen' },
    id: deriveId('reopen', id, String(version)),
    title: `仍有隐患：${code}`,
    input: { id, version, reason: reason.trim(), ...(retrievalKey ? { retrievalKey } : {}) },
    files: {
      field: 'photos',
      kept: photos,
      cloudPath: (name) => hazardPhotoPath(id, 'again', `${version}-${name}`),
    },
  }
}

const ReopenSheet = ({ report, onClose }: { report: Report; onClose: () => void }) => {
  const form = useForm<Values>({ defaultValues: { reason: '', photos: [] } })
  const { ready, gate } = useShootingGate()
  const send = (values: Values) => {
    void submit(toReopen(report, values))
    onClose()
  }
  return (
    <ActSheet
      open
      title="反映仍有隐患"
      form={form}
      pending={false}
      error={null}
      confirmWord="请工会复查"
      onClose={onClose}
      onSubmit={send}
    >
      <TextareaField
        control={form.control}
        name="reason"
        label="现在是什么情况"
        hint="企业看不到这段话。"
        max={300}
        rules={{ validate: (words) => String(words).trim() !== '' || '请写明现在是什么情况' }}
      />
      <Controller
        control={form.control}
        name="photos"
        render={({ field }) => (
          <FieldFrame label="照片" optional>
            <PhotoGrid value={field.value} label="拍现在的样子" ready={ready} onChange={field.onChange} />
          </FieldFrame>
        )}
      />
      {gate}
    </ActSheet>
  )
}

/** Closed, and not in order after all: who reported it may say so for as long as it is watched. */
export const ReopenCard = ({ report }: { report: Report }) => {
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  useRenewAfterDelivery()
  const now = useNow()
  const isThis = (item: QueueItem) =>
    item.action === 'reopen' && item.input.id === report.id && item.state !== 'delivered'
  return (
    <>
      <QueueList only={isThis} />
      {report.reopenUntil && Date.parse(report.reopenUntil) > now.getTime() && (
        <Card>
          <View className="stack-s">
            <View>发现没有改好，或者又出现了？{showDay(report.reopenUntil)}前都可以请工会复查。</View>
            <Button kind="ghost" onPress={() => setOpen(true)}>
              仍有隐患
            </Button>
          </View>
        </Card>
      )}
      {open && <ReopenSheet report={report} onClose={close} />}
    </>
  )
}
