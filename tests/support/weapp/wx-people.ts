import { api, refusal } from './answer'
import type { PhoneState } from './phone-state'
import { temporaryFile } from './wx-files'

type PrivacyAnswer = { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }
type PrivacyWatcher = (resolve: (answer: PrivacyAnswer) => void, info: { referrer: string }) => void

const privacyGate = (state: PhoneState) => {
  let watcher: PrivacyWatcher | undefined
  const denied = (name: string) => refusal(name, 'privacy permission is not authorized', { errno: 104 })
  const ask = (name: string) =>
    new Promise<void>((resolve, reject) => {
      // Without a watcher WeChat shows a dialog of its own; the person agrees there.
      if (!watcher) return resolve()
      watcher(
        ({ event, buttonId }) => {
          if (event === 'exposureAuthorization') return
          const tapped = buttonId !== undefined && state.agreeButtons.has(buttonId)
          return event === 'agree' && tapped ? resolve() : reject(denied(name))
        },
        { referrer: name },
      )
    }).then(() => void (state.answers.privacyAgreed = true))
  return {
    watch: (next: PrivacyWatcher) => void (watcher = next),
    pass: (name: string) => (state.answers.privacyAgreed ? Promise.resolve() : ask(name)),
  }
}

const subscribe = (state: PhoneState) =>
  api<{ tmplIds: string[] }>('requestSubscribeMessage', ({ tmplIds }) => {
    if (!state.inTap)
      throw refusal('requestSubscribeMessage', 'can only be invoked by user TAP gesture.', { errCode: 10001 })
    if (tmplIds.length === 0 || tmplIds.length > 5)
      throw refusal('requestSubscribeMessage', 'Templates count out of max bounds', { errCode: 20003 })
    state.diary.subscribeAsked.push(tmplIds)
    return Object.fromEntries(tmplIds.map((id) => [id, state.answers.subscribe(id)]))
  })

/** wx APIs that ask the person: privacy, subscribe messages, camera, pictures. */
export const peopleApis = (state: PhoneState) => {
  const gate = privacyGate(state)
  const { answers, files } = state
  const pictures = async (name: string, count: number) => {
    await gate.pass(name)
    const taken = answers.photos(count).slice(0, count)
    if (taken.length === 0) throw refusal(name, 'cancel')
    return taken.map((bytes) => ({ path: temporaryFile(files, bytes), size: bytes.length }))
  }
  return {
    getPrivacySetting: api('getPrivacySetting', () => ({
      needAuthorization: !answers.privacyAgreed,
      privacyContractName: '《安康志愿隐私保护指引》',
    })),
    onNeedPrivacyAuthorization: gate.watch,
    requirePrivacyAuthorize: api('requirePrivacyAuthorize', () => gate.pass('requirePrivacyAuthorize')),
    openPrivacyContract: api('openPrivacyContract', () => undefined),
    requestSubscribeMessage: subscribe(state),
    getSetting: api('getSetting', () => ({
      authSetting: {},
      subscriptionsSetting: { mainSwitch: true, itemSettings: {} },
    })),
    openSetting: api('openSetting', () => ({ authSetting: {} })),
    login: api('login', () => ({ code: 'login-code' })),
    scanCode: api('scanCode', async () => {
      await gate.pass('scanCode')
      const read = answers.scan()
      if (!read) throw refusal('scanCode', 'cancel')
      return { scanType: 'QR_CODE', charSet: 'utf-8', ...read }
    }),
    chooseMedia: api<{ count?: number }>('chooseMedia', async ({ count = 9 }) => {
      const taken = await pictures('chooseMedia', count)
      return {
        type: 'image',
        tempFiles: taken.map(({ path, size }) => ({ tempFilePath: path, size, fileType: 'image' })),
      }
    }),
    chooseImage: api<{ count?: number }>('chooseImage', async ({ count = 9 }) => {
      const taken = await pictures('chooseImage', count)
      return { tempFilePaths: taken.map(({ path }) => path), tempFiles: taken }
    }),
    compressImage: api<{ src: string }>('compressImage', ({ src }) => {
      const bytes = files.get(src)
      if (!bytes) throw refusal('compressImage', 'file not found')
      return { tempFilePath: temporaryFile(files, bytes) }
    }),
    getImageInfo: api<{ src: string }>('getImageInfo', ({ src }) => ({
      path: src,
      width: 1200,
      height: 900,
      type: 'jpeg',
    })),
    chooseMessageFile: api('chooseMessageFile', async () => {
      const [file] = await pictures('chooseMessageFile', 1)
      return { tempFiles: [{ ...file, name: 'file.xlsx', type: 'file', time: 0 }] }
    }),
  }
}
