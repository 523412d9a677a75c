import { Controller, useForm } from 'react-hook-form'
import { ActSheet } from '@/components/act-sheet'
import { FieldFrame } from '@/components/field-frame'
import { PhotoGrid } from '@/components/photo-grid'
import { TextareaField } from '@/components/textarea-field'
import { submit } from '@/lib/submit-queue'
import { toProgress, type AnswerValues } from '../answer-values'
import { useShootingGate } from '../shooting-gate'
import type { FixSheetProps } from './fix-api'

/** How far the enterprise is: words, and photos where they help. It goes by the queue, so a bad network loses nothing. */
export const ProgressSheet = ({ hazard, onClose }: FixSheetProps) => {
  const form = useForm<AnswerValues>({ defaultValues: { words: '', photos: [] } })
  const { ready, gate } = useShootingGate()
  const send = (values: AnswerValues) => {
    void submit(toProgress(hazard, values))
    onClose()
  }
  return (
    <ActSheet
      open
      title="报告进展"
      form={form}
      pending={false}
      error={null}
      confirmWord="报给工会"
      onClose={onClose}
      onSubmit={send}
    >
      <TextareaField
        control={form.control}
        name="words"
        label="改到哪一步了"
        max={300}
        rules={{ validate: (words) => String(words).trim() !== '' || '请写明改到哪一步了' }}
      />
      <Controller
        control={form.control}
        name="photos"
        render={({ field }) => (
          <FieldFrame label="照片" optional>
            <PhotoGrid value={field.value} label="拍进展照片" ready={ready} onChange={field.onChange} />
          </FieldFrame>
        )}
      />
      {gate}
    </ActSheet>
  )
}
