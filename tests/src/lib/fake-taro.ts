/** The few Taro calls the phone's libraries make, over memory. Storage is text, as on a phone: a kill keeps nothing else. */
const fakeTaro = () => {
  const stored = new Map<string, string>()
  const shown: (() => void)[] = []
  const api = {
    getStorageSync: (key: string): unknown => JSON.parse(stored.get(key) ?? '""'),
    setStorageSync: (key: string, value: unknown) => void stored.set(key, JSON.stringify(value)),
    removeStorageSync: (key: string) => void stored.delete(key),
    getStorageInfoSync: () => ({ keys: [...stored.keys()] }),
    getAppBaseInfo: () => ({ fontSizeSetting: 23 }),
    onAppShow: (listen: () => void) => void shown.push(listen),
    onAppHide: () => undefined,
    getCurrentPages: () => [],
  }
  return { api, stored, showApp: () => shown.forEach((listen) => listen()) }
}

export const taro = fakeTaro()
/** What `jest.mock('@tarojs/taro', …)` answers. */
export const taroModule = { __esModule: true, default: taro.api }
