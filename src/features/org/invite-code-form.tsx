import { useState } from 'react'
import { Input, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { FieldFrame } from '@/components/field-frame'
import '@/components/field.scss'
import { inputName } from '@/lib/input-name'
import { inviteIdOf } from './invite-id-of'

/** For who got the code as text: the whole message may be pasted. */
export const InviteCodeForm = ({ onId }: { onId: (id: string) => void }) => {
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const open = () => {
    const id = inviteIdOf(text)
    setWrong(id === null)
    if (id) onId(id)
  }
  return (
    <Card>
      <View className="stack">
        <FieldFrame
          label="邀请码"
          hint="把收到的那段话整个粘贴进来就行。"
          error={wrong ? '没有找到邀请码，请把收到的那段话完整复制过来' : undefined}
        >
          <Input
            className="field-box field-input"
            value={text}
            maxlength={400}
            placeholder="粘贴收到的邀请"
            placeholderClass="field-blank"
            onInput={(event) => setText(event.detail.value)}
            {...inputName('邀请码')}
          />
        </FieldFrame>
        <Button onPress={open}>打开邀请</Button>
      </View>
    </Card>
  )
}
