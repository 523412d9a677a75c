import Taro from '@tarojs/taro'
import { inTime, type Place } from './place'
import { askPrivacy } from './privacy'

/** Whether this build may ask: WeChat gives the interface to some categories only, so a build says that it has it. */
export const mayLocate = (): boolean => process.env.TARO_APP_LOCATION === 'on'

const locate = (): Promise<Place | null> =>
  Taro.getLocation({ type: 'gcj02' }).then(
    ({ latitude, longitude }) => ({ latitude, longitude }),
    () => null,
  )

/** Where the phone says it is; null after a no, without the interface, and where it takes too long. Never throws. */
export const whereAmI = async (): Promise<Place | null> =>
  mayLocate() && (await askPrivacy('location')) ? inTime(locate()) : null
