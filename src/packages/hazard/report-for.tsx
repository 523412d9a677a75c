import { useCallback, useEffect, useState } from 'react'
import { Controller, useForm, useWatch, type UseFormReturn } from 'react-hook-form'
import { View } from '@tarojs/components'
import { slipId } from 'types/hazard-slip'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { PhotoGrid } from '@/components/photo-grid'
import { TextField } from '@/components/text-field'
import { TextareaField } from '@/components/textarea-field'
import { AboveRow } from '@/features/hazard/above-row'
import { IdentityPicker } from '@/features/hazard/identity-picker'
import { PlaceRow } from '@/features/hazard/place-row'
import { PlaceSheet } from '@/features/hazard/place-sheet'
import { coverPhoto, useTakeCovered } from '@/features/hazard/redaction'
import { rememberRetrieval } from '@/features/hazard/retrieval'
import { useShootingGate } from '@/features/hazard/shooting-gate'
import { freshSpoken, spokenVersion, toSpoken, type SpokenValues } from '@/features/hazard/spoken'
import { useMe } from '@/features/session/api'
import { useDraft } from '@/hooks/use-draft'
import { newSlipWord } from '@/lib/new-slip-word'
import { submit } from '@/lib/submit-queue'
import { Slip } from './slip'

type Form = UseFormReturn<SpokenValues>

const Photos = ({ value, onChange }: { value: string[]; onChange: (kept: string[]) => void }) => {
  const { ready, gate } = useShootingGate()
  useTakeCovered(value, onChange)
  return (
    <>
      <PhotoGrid value={value} label="拍一张照片" ready={ready} onCover={coverPhoto} onChange={onChange} />
      {gate}
    </>
  )
}

const needed = (what: string) => ({ validate: (typed: unknown) => String(typed).trim() !== '' || `请填写${what}` })

/** Most workmates work where their leader does: his unit stands there until somebody changes it. */
const useOwnUnit = (form: Form) => {
  const unit = useMe().data?.unit
  useEffect(() => {
    const { unit: given, place } = form.getValues()
    if (unit && !given && place === '') form.setValue('unit', { id: unit.id, name: unit.name })
  }, [form, unit])
}

const Where = ({ form }: { form: Form }) => {
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const [unit, place] = useWatch({ control: form.control, name: ['unit', 'place'] })
  useOwnUnit(form)
  return (
    <>
      <Controller
        control={form.control}
        name="place"
        rules={needed('具体地点')}
        render={({ fieldState }) => (
          <PlaceRow
            {...{ unit, place, fromBooth: false, error: fieldState.error?.message, onPress: () => setOpen(true) }}
          />
        )}
      />
      {open && (
        <PlaceSheet
          {...{ unit, place, onClose: close }}
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

const Who = ({ form }: { form: Form }) => {
  const [identity, above] = useWatch({ control: form.control, name: ['identity', 'above'] })
  return (
    <View className="stack">
      <IdentityPicker spoken value={identity} onChange={(next) => form.setValue('identity', next)} />
      {identity !== 'anonymous' && (
        <>
          <TextField
            control={form.control}
            name="name"
            label="他的姓名"
            placeholder="例如 王师傅的全名"
            max={25}
            rules={needed('他的姓名')}
          />
          <TextField
            control={form.control}
            name="phone"
            kind="phone"
            label="他的手机号"
            placeholder="没有可以不填"
            optional
          />
        </>
      )}
      <AboveRow on={above} onChange={(next) => form.setValue('above', next, { shouldDirty: true })} />
    </View>
  )
}

/** A team leader reports for somebody without WeChat: the speaker's name, the speaker's choice of who may know it. */
const ReportForPage = () => {
  const form = useForm<SpokenValues>({ defaultValues: freshSpoken, shouldFocusError: false })
  // Whose name it is did not agree to its resting on this phone.
  const draft = useDraft({ key: 'draft-spoken', version: spokenVersion, form, except: ['name', 'phone'] })
  const [word, setWord] = useState<string>()
  const send = form.handleSubmit(async (values) => {
    const made = await newSlipWord()
    rememberRetrieval(slipId(made), made)
    void submit(toSpoken(values, slipId(made), made))
    draft.clear()
    setWord(made)
  })
  if (word) return <Slip word={word} />
  return (
    <Page title="代工友上报" footer={<Button onPress={() => void send()}>替他提交</Button>}>
      <View className="text-m">替不用微信的工友上报。上报人是他，不是您；留不留名听他的。</View>
      <Controller
        control={form.control}
        name="photos"
        render={({ field }) => <Photos value={field.value} onChange={field.onChange} />}
      />
      <Card>
        <View className="stack">
          <Where form={form} />
          <TextareaField
            control={form.control}
            name="words"
            label="怎么了"
            placeholder="照他说的写：什么东西、怎么了"
            max={500}
            rules={needed('隐患情况')}
          />
        </View>
      </Card>
      <Card>
        <Who form={form} />
      </Card>
    </Page>
  )
}

export default ReportForPage
