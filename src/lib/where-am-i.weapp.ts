import Taro from '@tarojs/taro'
import { askPrivacy } from './privacy'
import type { Place } from './place'

const patience = 4_000

/** Whether this build may ask: WeChat gives the interface to some categories only, so a build says that it has it. */
export const mayLocate = (): boolean => process.env.TARO_APP_LOCATION === 'on'

const locate = (): Promise<Place | null> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(null), patience)
    Taro.getLocation({
      type: 'gcj02',
      success: ({ latitude, longitude }) => resolve({ latitude, longitude }),
      fail: () => resolve(null),
    })
  })

/** Where the phone says it is; null after a no, without the interface, and where it takes too long. Never throws. */
export const whereAmI = async (): Promise<Place | null> =>
  mayLocate() && (await askPrivacy('location')) ? locate() : null
