import { useCallback, useState } from 'react'
import { Input, View } from '@tarojs/components'
import * as z from 'types/zod'
import { inputName } from '@/lib/input-name'
import { tellLocalCloud } from '@/lib/local-cloud.h5'
import { currentPersona } from '@/lib/persona.h5'
import { askPrivacy } from '@/lib/privacy'
import { showToast } from '@/lib/toast-store'
import { Button } from './button'
import { Sheet } from './sheet'
import './field.scss'

type Props = { children: string; onCode: (code: string) => void; onRefuse?: () => void }

const Answer = z.object({ code: z.string() })

/** WeChat knows the number of its user; here the person types it and the local cloud plays WeChat. */
export const PhoneNumberButton = ({ children, onCode, onRefuse }: Props) => {
  const [open, setOpen] = useState(false)
  const [phone, setPhone] = useState('')
  const close = useCallback(() => {
    setOpen(false)
    onRefuse?.()
  }, [onRefuse])
  const start = async () => {
    if (await askPrivacy('phone')) setOpen(true)
    else onRefuse?.()
  }
  const finish = async () => {
    if (!/^1[3-9]\d{9}$/.test(phone)) return showToast('手机号应为 11 位', 'bad')
    const answer = Answer.safeParse(
      await tellLocalCloud('/wechat/phone-code', { openid: currentPersona().openid, phone }),
    )
    setOpen(false)
    if (answer.success) onCode(answer.data.code)
  }
  return (
    <>
      <Button kind="ghost" icon="phone" onPress={() => void start()}>
        {children}
      </Button>
      <Sheet
        open={open}
        title="使用微信绑定的手机号"
        onClose={close}
        footer={<Button onPress={() => void finish()}>允许</Button>}
      >
        <View className="text-m">本机演示：请填写一个手机号，代替微信里绑定的号码。</View>
        <Input
          className="field-box field-input"
          type="number"
          maxlength={11}
          value={phone}
          placeholder="11 位手机号"
          onInput={(event) => setPhone(event.detail.value)}
          {...inputName('手机号')}
        />
      </Sheet>
    </>
  )
}
