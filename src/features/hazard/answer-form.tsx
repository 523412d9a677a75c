import { Controller } from 'react-hook-form'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { FieldFrame } from '@/components/field-frame'
import { PhotoGrid } from '@/components/photo-grid'
import { TextareaField } from '@/components/textarea-field'
import { DoubtSheet } from './doubt-sheet'
import { useShootingGate } from './shooting-gate'
import type { useAnswerForm } from './use-answer-form'

/** Photos of what was done, and the words to it. Its button stands in the page's foot. */
export const AnswerForm = ({ answer }: { answer: ReturnType<typeof useAnswerForm> }) => {
  const { ready, gate } = useShootingGate()
  return (
    <Card>
      <View className="stack">
        <View className="title">回复整改情况</View>
        <Controller
          control={answer.form.control}
          name="photos"
          rules={{ validate: (photos) => photos.length > 0 || '请拍一张整改后的照片' }}
          render={({ field, fieldState }) => (
            <FieldFrame label="整改后的照片" hint="站在同一个位置拍，方便工会对照。" error={fieldState.error?.message}>
              <PhotoGrid value={field.value} label="拍整改照片" ready={ready} onChange={field.onChange} />
            </FieldFrame>
          )}
        />
        <TextareaField
          control={answer.form.control}
          name="words"
          label="做了哪些整改"
          max={500}
          placeholder="例如：更换了破损电线，配电箱加锁，纸箱已清走；安排电工每周检查一次"
          rules={{ validate: (words) => String(words).trim() !== '' || '请写明做了哪些整改' }}
        />
      </View>
      <DoubtSheet
        question={answer.asking ? answer.answerQuestion : null}
        onMore={answer.closeQuestion}
        onAnyway={answer.send}
      />
      {gate}
    </Card>
  )
}
