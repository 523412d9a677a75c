import type { PhoneFiles } from './wx-files'

/** How the person answers what WeChat asks. */
export type Answers = {
  /** Privacy guide agreed to already; else the first private API asks. */
  privacyAgreed: boolean
  /** Result of wx.requestSubscribeMessage for each template. */
  subscribe: (templateId: string) => 'accept' | 'reject' | 'ban' | 'filter'
  /** Whether a modal is confirmed, and its typed text. */
  modal: (options: { title?: string; content?: string }) => { confirm: boolean; content?: string }
  actionSheet: (items: string[]) => number | 'cancel'
  /** What the camera reads; undefined when the person gives up. */
  scan: () => { result: string; path?: string } | undefined
  /** Pictures the person takes or picks; none when they give up. */
  photos: (count: number) => Uint8Array[]
}

/** What happened on the phone, for a test to look at. */
export type Diary = {
  toasts: string[]
  modals: string[]
  subscribeAsked: string[][]
  phoneCalls: string[]
  clipboard: string[]
  previews: string[][]
  documents: string[]
  calls: { name: string; event: unknown; result?: unknown; error?: unknown }[]
  uploads: { cloudPath: string; fileID?: string; bytes: number }[]
  errors: string[]
}

export type PhoneState = {
  storage: Map<string, unknown>
  files: PhoneFiles
  answers: Answers
  diary: Diary
  online: boolean
  /** Requests under way: the page is settled when there are none. */
  pending: number
  /** True while a tap is being handled. */
  inTap: boolean
  /** Ids of agreePrivacyAuthorization buttons really tapped. */
  agreeButtons: Set<string>
}

export const newPhoneState = (answers: Partial<Answers>, storage = new Map<string, unknown>()): PhoneState => ({
  storage,
  files: new Map(),
  answers: {
    privacyAgreed: false,
    subscribe: () => 'accept',
    modal: () => ({ confirm: true }),
    actionSheet: () => 0,
    scan: () => undefined,
    photos: () => [],
    ...answers,
  },
  diary: {
    toasts: [],
    modals: [],
    subscribeAsked: [],
    phoneCalls: [],
    clipboard: [],
    previews: [],
    documents: [],
    calls: [],
    uploads: [],
    errors: [],
  },
  online: true,
  pending: 0,
  inTap: false,
  agreeButtons: new Set(),
})
