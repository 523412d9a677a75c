import { useState } from 'react'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { View } from '@tarojs/components'
import { receiptCode } from 'types/ids'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { PhotoGrid } from '@/components/photo-grid'
import { TextField } from '@/components/text-field'
import { TextareaField } from '@/components/textarea-field'
import { AboveRow } from '@/features/hazard/above-row'
import { IdentityPicker } from '@/features/hazard/identity-picker'
import { coverPhoto, useTakeCovered } from '@/features/hazard/redaction'
import { rememberRetrieval, spellRetrieval } from '@/features/hazard/retrieval'
import { useShootingGate } from '@/features/hazard/shooting-gate'
import { freshSpoken, toSpoken, type SpokenValues } from '@/features/hazard/spoken'
import { copyText } from '@/lib/copy-text'
import { replacePage } from '@/lib/go'
import { newId } from '@/lib/new-id'
import { routes } from '@/lib/routes'
import { submit } from '@/lib/submit-queue'

type Sent = { id: string; key: string }

/** What the leader writes on a slip of paper: the only way back for who has no WeChat. */
const Slip = ({ id, key: word }: Sent) => (
  <Page
    title="代工友上报"
    footer={
      <>
        <Button onPress={() => void copyText(spellRetrieval(id, word), '查询口令')}>复制查询口令</Button>
        <Button kind="quiet" onPress={() => replacePage(routes.hazardMine)}>
          看上报列表
        </Button>
      </>
    }
  >
    <Card tone="green">
      <View className="stack-s">
        <View className="headline">已记下，正在送出</View>
        <View>上报编号 {receiptCode(id)}</View>
      </View>
    </Card>
    <Card tone="amber">
      <View className="stack-s">
        <View className="strong">请把编号和口令抄给他</View>
        <View>{spellRetrieval(id, word)}</View>
        <View>他没有微信，凭口令可以在任何人的手机上查进度。</View>
      </View>
    </Card>
  </Page>
)

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

/** A team leader reports for somebody without WeChat: the speaker's name, the speaker's choice of who may know it. */
const ReportForPage = () => {
  const form = useForm<SpokenValues>({ defaultValues: freshSpoken, shouldFocusError: false })
  const [sent, setSent] = useState<Sent | null>(null)
  const identity = useWatch({ control: form.control, name: 'identity' })
  const send = form.handleSubmit(async (values) => {
    const [id, key] = [await newId(), await newId()]
    rememberRetrieval(id, key)
    void submit(toSpoken(values, id, key))
    setSent({ id, key })
  })
  if (sent) return <Slip {...sent} />
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
          <TextField control={form.control} name="place" label="在哪里" max={60} rules={needed('地点')} />
          <TextareaField control={form.control} name="words" label="怎么了" max={500} rules={needed('隐患情况')} />
        </View>
      </Card>
      <Card>
        <View className="stack">
          <IdentityPicker value={identity} onChange={(next) => form.setValue('identity', next)} />
          <Controller
            control={form.control}
            name="above"
            render={({ field }) => <AboveRow on={field.value} onChange={field.onChange} />}
          />
          {identity !== 'anonymous' && (
            <>
              <TextField control={form.control} name="name" label="他的姓名" max={25} rules={needed('他的姓名')} />
              <TextField control={form.control} name="phone" kind="phone" label="他的手机号" optional />
            </>
          )}
        </View>
      </Card>
    </Page>
  )
}

export default ReportForPage
