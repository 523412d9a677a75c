import { Button } from '@tarojs/components'
import './button.scss'

type Props = { children: string; onCode: (code: string) => void; onRefuse?: () => void }

/** Asks WeChat for the phone number; answers the one-time code the server exchanges. Refusing blocks nothing. */
export const PhoneNumberButton = ({ children, onCode, onRefuse }: Props) => (
  <Button
    className="button button-ghost button-native"
    openType="getPhoneNumber"
    onGetPhoneNumber={(event) => {
      if (event.detail.code) onCode(event.detail.code)
      else onRefuse?.()
    }}
  >
    {children}
  </Button>
)
