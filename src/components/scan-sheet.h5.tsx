import { useState } from 'react'
import { Input, View } from '@tarojs/components'
import { inputName } from '@/lib/input-name'
import { useScanAsk } from '@/lib/scan-store'
import { Button } from './button'
import { Sheet } from './sheet'
import './field.scss'

const Panel = ({ answer }: { answer: (text: string | null) => void }) => {
  const [text, setText] = useState('')
  return (
    <Sheet
      open
      title="扫码"
      onClose={() => answer(null)}
      footer={
        <Button disabled={text.trim() === ''} onPress={() => answer(text)}>
          打开
        </Button>
      }
    >
      <View className="text-m">本机演示：浏览器里没有微信扫码，请粘贴码的内容，例如 b=… 或链接。</View>
      <Input
        className="field-box field-input"
        value={text}
        maxlength={300}
        placeholder="码的内容"
        onInput={(event) => setText(event.detail.value)}
        {...inputName('码的内容')}
      />
    </Sheet>
  )
}

/** The browser's stand-in for the camera. */
export const ScanSheet = () => {
  const answer = useScanAsk((state) => state.answer)
  return answer && <Panel answer={answer} />
}
