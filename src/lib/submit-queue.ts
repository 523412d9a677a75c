import Taro from '@tarojs/taro'
import { create } from 'zustand'
import { AppError } from 'types/app-error'
import type { ErrorCode } from 'types/errors'
import { callUnparsed } from './call'
import { dropKeptFile, openKeptFile } from './kept-file'
import { sentenceOf } from './query-client'
import { useReach } from './reach-store'
import { scansTold } from './scan-queue'
import { readStored, writeStored } from './storage'
import type { QueueItem } from './storage-keys'
import { uploadFile } from './upload-file'

/** The person can do nothing about these: the queue goes on trying. */
const passing: readonly ErrorCode[] = ['NETWORK', 'SERVICE_BUSY', 'INTERNAL', 'TOO_OFTEN']

/** Milliseconds before the next try: 2 s, 4 s, 8 s … 5 minutes. */
export const backoff = (attempts: number): number => Math.min(300_000, 1000 * 2 ** attempts)

export const queueLabels: Record<QueueItem['state'], string> = {
  waiting: '待发送',
  sending: '发送中',
  delivered: '已送达',
  attention: '需处理',
}

/** Everything this phone has submitted and not yet put away. Kept in storage: a kill loses nothing. */
export const useQueue = create<{ items: QueueItem[] }>(() => ({
  // What was being sent when the app died is simply sent again: the server knows it by its `_id`.
  items: (readStored('queue') ?? []).map((item) => (item.state === 'sending' ? { ...item, state: 'waiting' } : item)),
}))

const save = (items: QueueItem[]) => {
  writeStored('queue', items)
  useQueue.setState({ items })
}

const change = (id: string, patch: Partial<QueueItem>) =>
  save(useQueue.getState().items.map((item) => (item.id === id ? { ...item, ...patch } : item)))

const find = (id: string) => useQueue.getState().items.find((item) => item.id === id)

/** Uploads what is not up yet, each id noted at once: a retry sends exactly the same input. */
const uploadFiles = async (id: string): Promise<string[]> => {
  for (const [index, file] of (find(id)?.files ?? []).entries()) {
    if (file.fileId) continue
    const path = await openKeptFile(file.kept)
    if (!path) throw new AppError('INVALID_INPUT', { message: '照片在手机里找不到了，请重新拍摄后提交。' })
    const fileId = await uploadFile(path, file.cloudPath)
    change(id, { files: (find(id)?.files ?? []).map((one, at) => (at === index ? { ...one, fileId } : one)) })
  }
  return (find(id)?.files ?? []).map((file) => file.fileId ?? '')
}

const sendOne = async (id: string): Promise<void> => {
  change(id, { state: 'sending', problem: null })
  try {
    const fileIds = await uploadFiles(id)
    const item = find(id)
    if (!item) return
    const input = item.fileField ? { ...item.input, [item.fileField]: fileIds } : item.input
    if ('source' in input) await scansTold()
    const result = await callUnparsed(item.domain, item.action, input)
    change(id, { state: 'delivered', result })
    await Promise.all(item.files.map((file) => dropKeptFile(file.kept)))
  } catch (failure) {
    const attempts = (find(id)?.attempts ?? 0) + 1
    const isPassing = failure instanceof AppError && passing.includes(failure.code)
    change(id, {
      state: isPassing ? 'waiting' : 'attention',
      attempts,
      nextAt: Date.now() + backoff(attempts),
      problem: sentenceOf(failure),
    })
  }
}

let timer: ReturnType<typeof setTimeout> | undefined
let running: Promise<void> | undefined

const sendDue = async (): Promise<void> => {
  for (;;) {
    const due = useQueue.getState().items.find((item) => item.state === 'waiting' && item.nextAt <= Date.now())
    if (!due) break
    await sendOne(due.id)
  }
  const next = Math.min(
    ...useQueue
      .getState()
      .items.filter((item) => item.state === 'waiting')
      .map((item) => item.nextAt),
  )
  clearTimeout(timer)
  if (Number.isFinite(next)) timer = setTimeout(() => void runQueue(), Math.max(500, next - Date.now()))
}

/** Sends whatever is due, one after another; calls made meanwhile join the run. */
export const runQueue = (): Promise<void> => {
  running ??= sendDue().finally(() => {
    running = undefined
  })
  return running
}

/** Tries everything at once, whatever its waiting time: the network is back, or the person asked. */
export const retryQueue = (id?: string): Promise<void> => {
  const wanted = (item: QueueItem) => (id ? item.id === id : item.state === 'waiting')
  save(
    useQueue
      .getState()
      .items.map((item) =>
        wanted(item) && item.state !== 'delivered' && item.state !== 'sending'
          ? { ...item, state: 'waiting', nextAt: 0 }
          : item,
      ),
  )
  return runQueue()
}

/** A creation is known by its `_id` (made by `newId`); a change needs an `id` of its own, the same at every try. */
type Known =
  | { id?: undefined; input: Record<string, unknown> & { _id: string } }
  | { id: string; input: Record<string, unknown> & { _id?: undefined } }

export type Submission = Known & {
  domain: string
  action: string
  title: string
  /** Names of kept files (`keepFile`), the input field that takes their file ids, and where each (`1.jpg` …) goes. */
  files?: { field: string; kept: readonly string[]; cloudPath: (name: string) => string }
  /** What the form needs to take the item back; never sent. */
  note?: unknown
}

const idOf = (submission: Submission): string => submission.id ?? submission.input._id

const itemOf = (submission: Submission): QueueItem => ({
  id: idOf(submission),
  domain: submission.domain,
  action: submission.action,
  title: submission.title,
  input: submission.input,
  fileField: submission.files?.field ?? null,
  files: (submission.files?.kept ?? []).map((kept, index) => ({
    kept,
    cloudPath: submission.files?.cloudPath(`${index + 1}.jpg`) ?? '',
    fileId: null,
  })),
  state: 'waiting',
  attempts: 0,
  nextAt: 0,
  createdAt: new Date().toISOString(),
  problem: null,
  result: null,
  note: submission.note ?? null,
})

/** Stores the submission before anything is sent, then sends it. Submitting the same id again changes nothing. */
export const submit = (submission: Submission): Promise<void> => {
  if (!find(idOf(submission))) save([...useQueue.getState().items, itemOf(submission)])
  return runQueue()
}

/** Puts an item away; one that never arrived takes its photos with it. */
export const dismiss = async (id: string): Promise<void> => {
  const item = find(id)
  save(useQueue.getState().items.filter((one) => one.id !== id))
  await Promise.all((item?.files ?? []).map((file) => dropKeptFile(file.kept)))
}

/** Takes an item that needs a hand out of the queue; its photos stay for the form it goes back to. */
export const takeBack = (id: string): QueueItem | undefined => {
  const item = find(id)
  if (item?.state !== 'attention') return undefined
  save(useQueue.getState().items.filter((one) => one.id !== id))
  return item
}

/** Sends at app start, whenever the app comes to the front and whenever the network returns; call once. */
export const watchQueue = () => {
  Taro.onAppShow(() => void retryQueue())
  useReach.subscribe((now, before) => {
    if ((now.online && !before.online) || (now.reachable && !before.reachable)) void retryQueue()
  })
  void retryQueue()
}
