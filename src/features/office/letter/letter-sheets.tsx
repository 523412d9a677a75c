import { Controller, useForm } from 'react-hook-form'
import { addressees, letterPhotoPath, letterWays, type Addressee, type LetterAct } from 'types/hazard-letter'
import { AppError } from 'types/app-error'
import { ChoiceField } from '@/components/choice-field'
import { CommandSheet } from '@/components/command-sheet'
import { DateField } from '@/components/date-field'
import { FieldFrame } from '@/components/field-frame'
import { PhotoGrid } from '@/components/photo-grid'
import { TextareaField } from '@/components/textarea-field'
import { TextField } from '@/components/text-field'
import { dayIn, dayOf, endOfDay } from '@/lib/clock'
import { openKeptFile } from '@/lib/kept-file'
import { saying } from '@/lib/said-and-done'
import { showToast } from '@/lib/toast-store'
import { uploadFile } from '@/lib/upload-file'
import {
  useRecordReceipt,
  useRecordRefusal,
  useRecordReply,
  useReferLetter,
  useSendLetter,
  type Letter,
} from './letter-api'

type Props = { letter: Letter; onClose: () => void }
const ways = Object.entries(letterWays).map(([value, label]) => ({ value, label }))
const whenOf = (letter: Letter) => (letter.sentAt ? dayOf(letter.sentAt) : undefined)

const SendSheet = ({ letter: { id, version }, onClose }: Props) => {
  const form = useForm<{ way: keyof typeof letterWays; on: string; note: string }>({
    defaultValues: { way: 'hand', on: dayIn(0), note: '' },
  })
  const send = useSendLetter()
  const submit = ({ way, on, note }: { way: keyof typeof letterWays; on: string; note: string }) =>
    send.mutate({ id, version, way, at: endOfDay(on), ...(note ? { note } : {}) }, saying('已编号并登记发出', onClose))
  return (
    <CommandSheet
      title="登记发出"
      form={form}
      command={send}
      confirmWord="编号并登记发出"
      onClose={onClose}
      onSubmit={submit}
    >
      <ChoiceField control={form.control} name="way" label="怎样送达" look="segment" options={ways} />
      <DateField control={form.control} name="on" label="送达日期" to={dayIn(0)} />
      <TextField control={form.control} name="note" label="备注" optional placeholder="例如 快递单号" max={60} />
    </CommandSheet>
  )
}

type ReplyValues = { words: string; on: string; photos: string[] }

const uploadAll = (letter: Letter, photos: readonly string[]) =>
  Promise.all(
    photos.map(async (kept) => {
      const path = await openKeptFile(kept)
      if (!path) throw new AppError('INVALID_INPUT', { message: '照片在手机里找不到了，请重新拍摄。' })
      return uploadFile(path, letterPhotoPath(letter.id, `${kept}.jpg`))
    }),
  )

const ReplySheet = ({ letter, onClose }: Props) => {
  const form = useForm<ReplyValues>({ defaultValues: { words: '', on: dayIn(0), photos: [] } })
  const reply = useRecordReply()
  const submit = async ({ words, on, photos }: ReplyValues) => {
    const { id, version } = letter
    try {
      const files = await uploadAll(letter, photos)
      reply.mutate({ id, version, words, at: endOfDay(on), photos: files }, saying('已记录企业回复', onClose))
    } catch {
      showToast('照片没有上传成功，请检查网络后再试', 'bad')
    }
  }
  return (
    <CommandSheet
      {...{ title: '记录企业回复', form, command: reply, confirmWord: '记录回复', onClose }}
      onSubmit={(values) => void submit(values)}
    >
      <TextareaField control={form.control} name="words" label="回复了什么" max={800} />
      <DateField control={form.control} name="on" label="收到日期" from={whenOf(letter)} to={dayIn(0)} />
      <Controller
        control={form.control}
        name="photos"
        render={({ field, fieldState }) => (
          <FieldFrame label="回函照片" optional error={fieldState.error?.message}>
            <PhotoGrid value={field.value} label="拍回函" onChange={field.onChange} />
          </FieldFrame>
        )}
      />
    </CommandSheet>
  )
}

const RefuseSheet = ({ letter, onClose }: Props) => {
  const form = useForm({ defaultValues: { words: '', on: dayIn(0) } })
  const refuse = useRecordRefusal()
  const submit = ({ words, on }: { words: string; on: string }) =>
    refuse.mutate(
      { id: letter.id, version: letter.version, words, at: endOfDay(on) },
      saying('已记录，可以提请上级和监管', onClose),
    )
  return (
    <CommandSheet
      title="企业不采纳"
      form={form}
      command={refuse}
      confirmWord="记录下来"
      onClose={onClose}
      onSubmit={submit}
    >
      <TextareaField control={form.control} name="words" label="企业怎么说" hint="照原话记。" max={300} />
      <DateField control={form.control} name="on" label="答复日期" from={whenOf(letter)} to={dayIn(0)} />
    </CommandSheet>
  )
}

type ReferValues = { regulator: string; union: string; reason: string; on: string }

const ReferSheet = ({ letter, onClose }: Props) => {
  const { proposed } = letter
  const why = letter.refusal ? '企业不采纳工会建议' : '企业到期没有答复'
  const reason = `${why}，隐患仍然存在，提请依法督促整改。`
  const form = useForm<ReferValues>({ defaultValues: { ...proposed, reason, on: dayIn(0) } })
  const refer = useReferLetter()
  const submit = ({ on, ...values }: ReferValues) =>
    refer.mutate(
      { id: letter.id, version: letter.version, ...values, at: endOfDay(on) },
      saying('已提请，请打印提请函送达', onClose),
    )
  return (
    <CommandSheet
      {...{ title: '提请上级和监管', form, command: refer, confirmWord: '提请', onClose, onSubmit: submit }}
    >
      <TextField control={form.control} name="regulator" label="监管部门" placeholder="例如 区应急管理局" max={60} />
      <TextField control={form.control} name="union" label="上级工会" placeholder="例如 市总工会" max={60} />
      <TextareaField control={form.control} name="reason" label="提请事由" max={300} />
      <DateField control={form.control} name="on" label="提请日期" from={whenOf(letter)} to={dayIn(0)} />
    </CommandSheet>
  )
}

type ReceiptValues = { from: Addressee; number: string; on: string }

const ReceiptSheet = ({ letter, onClose }: Props) => {
  const missing = (['regulator', 'union'] as const).filter((one) => !letter.referral?.[one].receipt)
  const form = useForm<ReceiptValues>({ defaultValues: { from: missing[0] ?? 'regulator', number: '', on: dayIn(0) } })
  const receive = useRecordReceipt()
  const submit = ({ on, ...values }: ReceiptValues) =>
    receive.mutate(
      { id: letter.id, version: letter.version, ...values, at: endOfDay(on) },
      saying('已记录收件编号', onClose),
    )
  const options = missing.map((value) => ({ value, label: addressees[value] }))
  return (
    <CommandSheet
      {...{ title: '记录收件编号', form, command: receive, confirmWord: '记录', onClose, onSubmit: submit }}
    >
      <ChoiceField control={form.control} name="from" label="谁收的" look="segment" options={options} />
      <TextField control={form.control} name="number" label="收件编号" placeholder="对方给的编号" max={40} />
      <DateField control={form.control} name="on" label="收件日期" to={dayIn(0)} />
    </CommandSheet>
  )
}

/** The form each act of a letter opens; what needs none is not here. */
export const letterSheets: Partial<Record<LetterAct, (props: Props) => JSX.Element>> = {
  send: SendSheet,
  reply: ReplySheet,
  refuse: RefuseSheet,
  refer: ReferSheet,
  receive: ReceiptSheet,
}
