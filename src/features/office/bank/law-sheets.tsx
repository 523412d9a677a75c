import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { ActSheet } from '@/components/act-sheet'
import { DateField } from '@/components/date-field'
import { TextField } from '@/components/text-field'
import { TextareaField } from '@/components/textarea-field'
import { showToast } from '@/lib/toast-store'
import { useAddLaw, useAmendLaw, type Law } from './bank-api'

const done = (word: string, onClose: () => void) => () => {
  showToast(word, 'good')
  onClose()
}

/** Enters a law into the register. */
export const AddLawSheet = ({ onClose }: { onClose: () => void }) => {
  const form = useForm({ defaultValues: { name: '', lawVersion: '', from: '' } })
  const add = useAddLaw()
  return (
    <ActSheet
      {...{
        open: true,
        title: '登记法规',
        form,
        confirmWord: '登记',
        onClose,
        pending: add.isPending,
        error: add.error,
      }}
      onSubmit={(values) => add.mutate(values, { onSuccess: done('已登记', onClose) })}
    >
      <TextField control={form.control} name="name" label="法规名称" placeholder="例如 特种设备安全法" max={30} />
      <TextField control={form.control} name="lawVersion" label="现行版本" placeholder="例如 2013" max={10} />
      <DateField control={form.control} name="from" label="施行日期" />
    </ActSheet>
  )
}

/** Notes a new text of a law and from when on it is in force. */
export const AmendLawSheet = ({ law, onClose }: { law: Law; onClose: () => void }) => {
  const form = useForm({ defaultValues: { lawVersion: '', from: '', note: '' } })
  const amend = useAmendLaw()
  const submit = (values: { lawVersion: string; from: string; note: string }) =>
    amend.mutate({ ...values, id: law.id, version: law.version }, { onSuccess: done('已记录修订', onClose) })
  return (
    <ActSheet
      {...{ open: true, title: `${law.name}有修订`, form, confirmWord: '记录修订', onClose, onSubmit: submit }}
      {...{ pending: amend.isPending, error: amend.error }}
    >
      <View className="text-m">
        {`现在是 ${law.current} 版。新版施行之日起，引用旧版的题目都转到“待核对”，核对后才会再抽到；正在进行的活动也一样。`}
      </View>
      <TextField control={form.control} name="lawVersion" label="新版本" placeholder="例如 2026" max={10} />
      <DateField control={form.control} name="from" label="施行日期" inDays={[30, 60, 90]} />
      <TextareaField control={form.control} name="note" label="改了什么" optional max={200} />
    </ActSheet>
  )
}
