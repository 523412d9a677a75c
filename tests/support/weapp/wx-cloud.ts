import { api, refusal } from './answer'
import type { PhoneState } from './phone-state'
import { temporaryFile } from './wx-files'

/** The cloud behind the phone. A rejection becomes wx.cloud's failure as it is. */
export type CloudBehind = {
  call: (name: string, event: unknown) => Promise<unknown>
  /** Stores the bytes and answers the file id. */
  upload?: (cloudPath: string, bytes: Uint8Array) => Promise<string>
  /** Fetches what an address or a file id names. */
  download?: (source: string) => Promise<Uint8Array>
}

const offline = (name: string) => refusal(name, 'network error', { errCode: -404011 })

/** A JSON copy: what crosses to the cloud and back loses functions, undefined and prototypes. */
const across = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)))

/** wx.cloud and file transfer, answered by what a test puts behind the phone. */
export const cloudApis = (state: PhoneState, cloud: CloudBehind) => {
  const { diary, files } = state
  const under = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    if (!state.online) throw offline(name)
    state.pending += 1
    try {
      return await work()
    } finally {
      state.pending -= 1
    }
  }
  const callFunction = async ({ name, data }: { name: string; data: unknown }) => {
    const entry: PhoneState['diary']['calls'][number] = { name, event: across(data ?? {}) }
    diary.calls.push(entry)
    try {
      entry.result = across(await under('cloud.callFunction', () => cloud.call(name, entry.event)))
      return { result: entry.result, requestID: String(diary.calls.length) }
    } catch (error) {
      entry.error = error
      throw error
    }
  }
  const uploadFile = async ({ cloudPath, filePath }: { cloudPath: string; filePath: string }) => {
    const bytes = files.get(filePath)
    if (!bytes || !cloud.upload) throw refusal('cloud.uploadFile', `file not found ${filePath}`)
    const upload = cloud.upload
    const entry: PhoneState['diary']['uploads'][number] = { cloudPath, bytes: bytes.length }
    diary.uploads.push(entry)
    entry.fileID = await under('cloud.uploadFile', () => upload(cloudPath, bytes))
    return { fileID: entry.fileID, statusCode: 200 }
  }
  const fetched = async (name: string, source: string, filePath?: string) => {
    if (!cloud.download) throw refusal(name, 'no network')
    const download = cloud.download
    const bytes = await under(name, () => download(source))
    const tempFilePath = filePath ?? temporaryFile(files, bytes, 'bin')
    files.set(tempFilePath, bytes)
    return { tempFilePath, filePath, statusCode: 200 }
  }
  return {
    cloud: {
      init: () => undefined,
      callFunction: api('cloud.callFunction', callFunction),
      uploadFile: api('cloud.uploadFile', uploadFile),
      downloadFile: api<{ fileID: string }>('cloud.downloadFile', ({ fileID }) =>
        fetched('cloud.downloadFile', fileID),
      ),
    },
    downloadFile: api<{ url: string; filePath?: string }>('downloadFile', ({ url, filePath }) =>
      fetched('downloadFile', url, filePath),
    ),
  }
}
