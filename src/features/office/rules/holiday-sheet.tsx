import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { readHolidays, spellHolidays } from 'types/holidays'
import { ActSheet } from '@/components/act-sheet'
import { TextareaField } from '@/components/textarea-field'
import { showToast } from '@/lib/toast-store'
import { useSetHolidays, type Rules } from './rules-api'

type Props = { year: string; rules: Rules; onClose: () => void }

/** One year's holidays, in the words they are announced in: pasted or written, read at once. */
export const HolidaySheet = ({ year, rules: { years, version }, onClose }: Props) => {
  const known = years.find((one) => one.year === year)
  const form = useForm({ defaultValues: { holidays: known ? spellHolidays(known) : '' } })
  const saving = useSetHolidays()
  const done = () => {
    showToast(`${year} 年的节假日已记下`, 'good')
    onClose()
  }
  const submit = ({ holidays }: { holidays: string }) => {
    const read = readHolidays(holidays, year)
    if ('book' in read)
      saving.mutate(
        { version, year, holidays: [...read.book.holidays], workdays: [...read.book.workdays] },
        { onSuccess: done },
      )
  }
  const check = (text: unknown) => {
    const read = readHolidays(String(text), year)
    return 'book' in read || read.wrong
  }
  return (
    <ActSheet
      {...{ open: true, title: `${year} 年节假日`, form, confirmWord: '记下来', onClose, onSubmit: submit }}
      {...{ pending: saving.isPending, error: saving.error }}
    >
      <View className="text-m">把国务院办公厅通知里的放假安排粘贴进来就行，系统会认出哪几天放假、哪几天上班。</View>
      <TextareaField
        control={form.control}
        name="holidays"
        label="放假和调休"
        hint="每句写明“放假”或“上班”。"
        placeholder={'1月1日至3日放假。1月4日上班。'}
        max={1000}
        rules={{ validate: check }}
      />
    </ActSheet>
  )
}
