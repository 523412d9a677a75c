import { useCallback, useState } from 'react'
import { Controller, useWatch } from 'react-hook-form'
import { View } from '@tarojs/components'
import { SimilarNote } from '@/features/hazard/similar-note'
import { suggestKinds } from 'types/hazard-words'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { PhotoGrid } from '@/components/photo-grid'
import { QueueList } from '@/components/queue-list'
import { TextareaField } from '@/components/textarea-field'
import { AboveRow } from '@/features/hazard/above-row'
import { DangerNote } from '@/features/hazard/danger-note'
import { DoubtSheet } from '@/features/hazard/doubt-sheet'
import { IdentityMeaning } from '@/features/hazard/identity-meaning'
import { IdentityPicker } from '@/features/hazard/identity-picker'
import { KindPicker } from '@/features/hazard/kind-picker'
import { PlaceRow } from '@/features/hazard/place-row'
import { coverPhoto, useTakeCovered } from '@/features/hazard/redaction'
import { reviseOf } from '@/features/hazard/revise'
import { shootingReminder, useShootingGate } from '@/features/hazard/shooting-gate'
import { WordsBox } from '@/features/hazard/words-box'
import { useMe } from '@/features/session/api'
import { useBooth } from '@/features/session/booth-store'
import { useDisplay } from '@/lib/display-store'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import type { QueueItem } from '@/lib/storage-keys'
import { PlaceSheet } from '@/features/hazard/place-sheet'
import { useReportForm, type LandingData } from './use-report-form'
import './report-page.scss'

type Form = ReturnType<typeof useReportForm>['form']

const isStuck = ({ domain, action, state }: QueueItem) =>
  domain === 'hazard' && action === 'report' && state === 'attention'

type PhotosProps = { value: readonly string[]; onChange: (kept: string[]) => void }

const PhotosOf = ({ value, onChange }: PhotosProps) => {
  const { ready, gate } = useShootingGate()
  useTakeCovered(value, onChange)
  return (
    <View className="stack-s">
      <PhotoGrid value={value} label="拍一张照片" ready={ready} onCover={coverPhoto} onChange={onChange} />
      <View className="note">
        {value.length === 0 ? '照片会先在手机上缩小，并去掉位置、时间和手机型号，再发出。' : shootingReminder}
      </View>
      {gate}
    </View>
  )
}

const Photos = ({ form }: { form: Form }) => (
  <Controller
    control={form.control}
    name="photos"
    render={({ field }) => (
      <PhotosOf
        value={field.value}
        onChange={(kept) => {
          field.onChange(kept)
          if (form.formState.isSubmitted) void form.trigger('words')
        }}
      />
    )}
  />
)

const Where = ({ form, fromBooth }: { form: Form; fromBooth: boolean }) => {
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const [unit, place] = useWatch({ control: form.control, name: ['unit', 'place'] })
  return (
    <>
      <Controller
        control={form.control}
        name="place"
        rules={{ validate: (typed) => typed.trim() !== '' || '请写明在哪里发现的' }}
        render={({ fieldState }) => (
          <PlaceRow
            unit={unit}
            place={place}
            fromBooth={fromBooth}
            error={fieldState.error?.message}
            onPress={() => setOpen(true)}
          />
        )}
      />
      {open && (
        <PlaceSheet
          unit={unit}
          place={place}
          onClose={close}
          onSave={(next) => {
            form.setValue('unit', next.unit, { shouldDirty: true })
            form.setValue('place', next.place, { shouldDirty: true, shouldValidate: form.formState.isSubmitted })
            close()
          }}
        />
      )}
    </>
  )
}

const Kind = ({ form }: { form: Form }) => {
  const [words, kind] = useWatch({ control: form.control, name: ['words', 'kind'] })
  return <KindPicker suggested={suggestKinds(words)} chosen={kind} onChoose={(next) => form.setValue('kind', next)} />
}

const Identity = ({ form }: { form: Form }) => {
  const [identity, above] = useWatch({ control: form.control, name: ['identity', 'above'] })
  const me = useMe().data
  const nameless = identity === 'named' && me !== undefined && !me.name
  return (
    <IdentityPicker value={identity} onChange={(next) => form.setValue('identity', next)}>
      {nameless && (
        <View className="row-wrap">
          <View className="text-m">您还没有填写姓名。</View>
          <Button kind="quiet" small icon="edit" onPress={() => openPage(routes.profile)}>
            去填写
          </Button>
        </View>
      )}
      <AboveRow on={above === true} onChange={(next) => form.setValue('above', next, { shouldDirty: true })} />
      <IdentityMeaning />
    </IdentityPicker>
  )
}

const Wish = ({ form }: { form: Form }) => {
  const written = useWatch({ control: form.control, name: 'wish' })
  const [open, setOpen] = useState(false)
  if (!open && written === '')
    return (
      <View className="row-wrap">
        <Button kind="quiet" small icon="plus" onPress={() => setOpen(true)}>
          我有整改建议（选填）
        </Button>
      </View>
    )
  return (
    <TextareaField control={form.control} name="wish" label="我的建议" optional max={300} placeholder="希望怎样改？" />
  )
}

const Danger = ({ form }: { form: Form }) => {
  const danger = useWatch({ control: form.control, name: 'danger' })
  if (!danger) return <DangerNote />
  return (
    <Card tone="red" tight>
      <View className="row-between">
        <View className="strong">危急情况，提交后排在最前面</View>
        <Button kind="quiet" small onPress={() => form.setValue('danger', false)}>
          不是危急情况
        </Button>
      </View>
    </Card>
  )
}

/** Everything a report needs, in one page: photo, place, words, kind, identity. */
export const ReportPage = ({ landing }: { landing: LandingData | undefined }) => {
  const boothId = useBooth((state) => state.booth)
  const report = useReportForm(landing, boothId)
  const simple = useDisplay((display) => display.simple)
  const { form } = report
  return (
    <Page
      title="随手拍隐患"
      tab="hazard"
      footer={
        <Button loading={report.sending} onPress={report.submitNow}>
          提交
        </Button>
      }
    >
      <Danger form={form} />
      <QueueList only={isStuck} edit={reviseOf} />
      {report.restored && (
        <View className="report-page-restored">
          <View className="grow text-m">已找回您上次没交的内容。</View>
          <Button kind="quiet" small onPress={report.startOver}>
            重新填写
          </Button>
        </View>
      )}
      <Photos form={form} />
      <Card>
        <Where form={form} fromBooth={report.fromBooth} />
        <View className="report-page-line" />
        <WordsBox control={form.control} />
      </Card>
      <SimilarNote form={form} boothId={boothId} />
      {!simple && <Kind form={form} />}
      <Identity form={form} />
      {!simple && <Wish form={form} />}
      <View className="row-wrap">
        <Button kind="quiet" small icon="list" onPress={() => openPage(routes.hazardMine)}>
          看我报过的隐患
        </Button>
      </View>
      <DoubtSheet question={report.question} onMore={report.closeQuestion} onAnyway={() => void report.send()} />
    </Page>
  )
}
