import { randomBytes } from 'node:crypto'
import { api, listeners, refusal } from './answer'
import type { PhoneState } from './phone-state'
import { fileSystem, userFolder } from './wx-files'

const windowInfo = {
  pixelRatio: 2,
  screenWidth: 375,
  screenHeight: 812,
  windowWidth: 375,
  windowHeight: 812,
  statusBarHeight: 44,
  screenTop: 0,
  safeArea: { left: 0, right: 375, top: 44, bottom: 778, width: 375, height: 734 },
}
const appInfo = {
  SDKVersion: '3.8.0',
  version: '8.0.50',
  language: 'zh_CN',
  theme: 'light',
  fontSizeSetting: 16,
  fontSizeScaleFactor: 1,
}
const deviceInfo = { brand: 'devtools', model: 'iPhone X', system: 'iOS 17.0', platform: 'ios', benchmarkLevel: 30 }
const menuButton = { left: 278, right: 365, top: 48, bottom: 80, width: 87, height: 32 }

const infoApis = () => {
  const system = { ...windowInfo, ...appInfo, ...deviceInfo }
  return {
    getSystemInfoSync: () => system,
    getSystemInfo: api('getSystemInfo', () => system),
    getSystemInfoAsync: api('getSystemInfoAsync', () => system),
    getWindowInfo: () => windowInfo,
    getAppBaseInfo: () => appInfo,
    getDeviceInfo: () => deviceInfo,
    getSystemSetting: () => ({ locationEnabled: false, wifiEnabled: true }),
    getAppAuthorizeSetting: () => ({ cameraAuthorized: 'authorized', albumAuthorized: 'authorized' }),
    getMenuButtonBoundingClientRect: () => menuButton,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
    canIUse: () => true,
    getRandomValues: api<{ length: number }>('getRandomValues', ({ length }) => ({
      randomValues: new Uint8Array(randomBytes(length)).buffer,
    })),
    env: { USER_DATA_PATH: userFolder },
  }
}

const storageApis = ({ storage }: PhoneState) => {
  // WeChat keeps JSON, not references.
  const copy = (value: unknown): unknown => (value === undefined ? '' : JSON.parse(JSON.stringify(value)))
  const put = (key: string, data: unknown) => {
    if (JSON.stringify(data ?? '').length > 1024 * 1024) throw refusal('setStorage', 'entry size limit reached')
    storage.set(key, copy(data))
  }
  const info = () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10240 })
  type Entry = { key: string; data: unknown }
  return {
    setStorageSync: put,
    getStorageSync: (key: string) => copy(storage.get(key)),
    removeStorageSync: (key: string) => void storage.delete(key),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: info,
    setStorage: api<Entry>('setStorage', ({ key, data }) => put(key, data)),
    getStorage: api<Entry>('getStorage', ({ key }) => {
      if (!storage.has(key)) throw refusal('getStorage', 'data not found')
      return { data: copy(storage.get(key)) }
    }),
    removeStorage: api<Entry>('removeStorage', ({ key }) => void storage.delete(key)),
    clearStorage: api('clearStorage', () => storage.clear()),
    getStorageInfo: api('getStorageInfo', info),
  }
}

const screenApis = ({ diary, answers }: PhoneState) => {
  const silent = (name: string) => api(name, () => undefined)
  const quiet = ['hideToast', 'hideLoading', 'setNavigationBarTitle', 'setNavigationBarColor', 'pageScrollTo']
  const more = ['stopPullDownRefresh', 'hideTabBar', 'showTabBar', 'hideKeyboard', 'vibrateShort', 'hideHomeButton']
  type Modal = { title?: string; content?: string }
  return {
    ...Object.fromEntries([...quiet, ...more].map((name) => [name, silent(name)])),
    showToast: api<{ title: string }>('showToast', ({ title }) => void diary.toasts.push(title)),
    showLoading: silent('showLoading'),
    showModal: api<Modal>('showModal', (options) => {
      diary.modals.push([options.title, options.content].filter(Boolean).join('：'))
      const { confirm, content = '' } = answers.modal(options)
      return { confirm, cancel: !confirm, content }
    }),
    showActionSheet: api<{ itemList: string[] }>('showActionSheet', ({ itemList }) => {
      const tapIndex = answers.actionSheet(itemList)
      if (tapIndex === 'cancel') throw refusal('showActionSheet', 'cancel')
      return { tapIndex }
    }),
    nextTick: (run: () => void) => void Promise.resolve().then(run),
  }
}

/** wx APIs of the device itself; `events` is how the harness tells the app what happened to the phone. */
export const deviceApis = (state: PhoneState) => {
  const network = listeners<{ isConnected: boolean; networkType: string }>()
  const shown = listeners<object>()
  const hidden = listeners<object>()
  const ignored = ['Error', 'UnhandledRejection', 'PageNotFound', 'ThemeChange', 'WindowResize', 'AudioInterruptionEnd']
  const typeNow = () => (state.online ? 'wifi' : 'none')
  const { diary } = state
  return {
    events: { network, shown, hidden },
    apis: {
      ...infoApis(),
      ...storageApis(state),
      ...screenApis(state),
      ...Object.fromEntries(
        ignored.flatMap((name) => [`on${name}`, `off${name}`].map((key) => [key, () => undefined])),
      ),
      getFileSystemManager: () => fileSystem(state.files),
      getNetworkType: api('getNetworkType', () => ({ networkType: typeNow() })),
      onNetworkStatusChange: network.on,
      offNetworkStatusChange: network.off,
      onAppShow: shown.on,
      offAppShow: shown.off,
      onAppHide: hidden.on,
      offAppHide: hidden.off,
      makePhoneCall: api<{ phoneNumber: string }>(
        'makePhoneCall',
        ({ phoneNumber }) => void diary.phoneCalls.push(phoneNumber),
      ),
      setClipboardData: api<{ data: string }>('setClipboardData', ({ data }) => void diary.clipboard.push(data)),
      previewImage: api<{ urls: string[] }>('previewImage', ({ urls }) => void diary.previews.push(urls)),
      openDocument: api<{ filePath: string }>('openDocument', ({ filePath }) => void diary.documents.push(filePath)),
      getUpdateManager: () => ({
        onCheckForUpdate: () => undefined,
        onUpdateReady: () => undefined,
        onUpdateFailed: () => undefined,
      }),
    },
  }
}
