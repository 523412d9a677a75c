import { Button } from '@tarojs/components'
import './button.scss'

/** Opens WeChat's list of chats with this page's card (useShareAppMessage): `<ShareButton>发给微信好友</ShareButton>`. */
export const ShareButton = ({ children }: { children: string }) => (
  <Button className="button button-primary button-native" openType="share">
    {children}
  </Button>
)
