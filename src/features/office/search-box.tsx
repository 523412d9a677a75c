import { useState } from 'react'
import { Input, View } from '@tarojs/components'
import { inputName } from '@/lib/input-name'
import '@/components/field.scss'

type Props = { label: string; onSearch: (words: string) => void }

/** A line to search with: asked when the person is done typing. */
export const SearchBox = ({ label, onSearch }: Props) => {
  const [words, setWords] = useState('')
  const search = () => onSearch(words.trim())
  return (
    <View className="field">
      <Input
        className="field-box field-input"
        value={words}
        placeholder={label}
        placeholderClass="field-blank"
        confirmType="search"
        maxlength={30}
        onInput={(event) => setWords(event.detail.value)}
        onConfirm={search}
        onBlur={search}
        {...inputName(label)}
      />
    </View>
  )
}
