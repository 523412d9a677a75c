import { Button } from '@tarojs/components'
import { agreeButtonId } from '@/lib/privacy.weapp'
import './button.scss'

/** The consent of PrivacyPopup in WeChat: only its own kind of button counts, and the base library checks the tap. */
export const AgreeButton = ({ onAgree }: { onAgree: () => void }) => (
  <Button
    id={agreeButtonId}
    className="button button-primary button-native"
    openType="agreePrivacyAuthorization"
    onAgreePrivacyAuthorization={onAgree}
  >
    同意并继续
  </Button>
)
