import Taro from '@tarojs/taro'

/** CSS px. `capsule` is what WeChat's own buttons cover on the right of the navigation row. */
export type WindowMetrics = { status: number; nav: number; capsule: number }

const browser: WindowMetrics = { status: 0, nav: 48, capsule: 0 }

const measure = (): WindowMetrics => {
  if (process.env.TARO_ENV === 'h5') return browser
  try {
    const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo()
    const button = Taro.getMenuButtonBoundingClientRect()
    const nav = (button.top - statusBarHeight) * 2 + button.height
    return { status: statusBarHeight, nav: Math.max(44, nav), capsule: windowWidth - button.left + 4 }
  } catch {
    return { status: 20, nav: 44, capsule: 95 }
  }
}

let measured: WindowMetrics | undefined

/** Room the page must leave at its top; measured once. */
export const windowMetrics = (): WindowMetrics => (measured ??= measure())
