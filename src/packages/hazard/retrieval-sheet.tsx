import { useState } from 'react'
import { Textarea, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { FieldFrame } from '@/components/field-frame'
import { Sheet } from '@/components/sheet'
import '@/components/field.scss'
import { parseRetrieval, rememberRetrieval } from '@/features/hazard/retrieval'
import { openPage } from '@/lib/go'
import { inputName } from '@/lib/input-name'
import { routes } from '@/lib/routes'

/** Brings an anonymous report to this phone by the word its reporter copied. */
export const RetrievalSheet = ({ onClose }: { onClose: () => void }) => {
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const find = () => {
    const retrieval = parseRetrieval(text)
    if (!retrieval) return setWrong(true)
    rememberRetrieval(retrieval.id, retrieval.key)
    onClose()
    openPage(routes.hazardView, { id: retrieval.id })
  }
  return (
    <Sheet open title="用查询口令找" onClose={onClose} footer={<Button onPress={find}>查看进度</Button>}>
      <FieldFrame
        label="查询口令"
        hint="匿名上报后给您的那一长串字母和数字，或者纸条上的 16 位口令。"
        error={wrong ? '口令不完整，请把整串粘贴进来；纸条上的是 16 位。' : undefined}
      >
        <Textarea
          className="field-box field-area"
          value={text}
          maxlength={140}
          placeholder="粘贴或输入查询口令"
          placeholderClass="field-blank"
          onInput={(event) => {
            setText(event.detail.value)
            setWrong(false)
          }}
          {...inputName('查询口令')}
        />
      </FieldFrame>
      <View className="note">查过之后，这部手机会记住这条上报。</View>
    </Sheet>
  )
}
