import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findElements, findField, listening, type Target } from './weapp/find-element'
import { openPackage } from './weapp/open-package'
import { readPage, type PageElement } from './weapp/page-element'
import { pageStack, type SetDataStats } from './weapp/page-stack'
import { newPhoneState, type Answers } from './weapp/phone-state'
import { wechatTools } from './weapp/simulate'
import { cloudApis, type CloudBehind } from './weapp/wx-cloud'
import { deviceApis } from './weapp/wx-device'
import { peopleApis } from './weapp/wx-people'

export type PhoneOptions = {
  /** Built package; dist/weapp unless told otherwise. */
  root?: string
  cloud: CloudBehind
  answers?: Partial<Answers>
  /** Storage of an earlier run of the same phone. */
  storage?: Map<string, unknown>
}

const bubbling = new Set(['tap', 'longpress', 'touchstart', 'touchend'])
const patienceMs = 10_000

/** Values of WeChat's events that a button with an open-type gives. */
const dispatch = (element: PageElement, event: string, detail: object) => {
  const { exparser } = wechatTools()
  const bubbles = bubbling.has(event)
  const options = {
    bubbles,
    capturePhase: bubbles,
    composed: bubbles,
    extraFields: { touches: [], changedTouches: [] },
  }
  exparser.Event.dispatchEvent(element.node, exparser.Event.create(event, detail, options))
}

/**
 * A phone with WeChat on it, running a built mini program. Scripts see what a mini program sees and no more, pages are
 * drawn by WeChat's own compiler and component framework, `wx` keeps the platform's rules (taps, privacy, JSON bridge).
 */
export const openPhone = ({ root = path.resolve('dist/weapp'), cloud, answers = {}, storage }: PhoneOptions) => {
  const state = newPhoneState(answers, storage)
  const stats: SetDataStats = { calls: 0, bytes: 0, latest: [], sinceTap: '' }
  const device = deviceApis(state)
  const launch = { path: '', query: {} as Record<string, string>, scene: 1047, referrerInfo: {}, shareTicket: '' }
  const stack = pageStack(() => pack, stats)
  const wx = {
    ...device.apis,
    ...peopleApis(state),
    ...cloudApis(state, cloud),
    ...stack.apis,
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
  }
  const pack = openPackage(root, wx, stack.instances)
  const app = pack.startApp()

  const tree = (): PageElement => {
    const page = stack.current()
    if (!page) throw new Error('no page is open')
    return readPage(page.rendered._exparserNode)
  }
  const text = () => tree().text

  /** Until no request is under way and the page has stood still for 40 ms. */
  const settle = async () => {
    const until = Date.now() + patienceMs
    for (let still = 0, seen = -1; still < 4; still = state.pending === 0 && seen === stats.calls ? still + 1 : 0) {
      if (Date.now() > until) throw new Error(`the page does not settle: ${text()}`)
      seen = stats.calls
      await sleep(10)
    }
  }
  const shows = (part: string) =>
    [text(), stats.sinceTap].some((words) => words.replace(/\s+/g, '').includes(part.replace(/\s+/g, '')))
  const waitFor = async (part: string | (() => boolean)) => {
    const until = Date.now() + patienceMs
    const holds = typeof part === 'string' ? () => shows(part) : part
    while (!holds()) {
      if (Date.now() > until) throw new Error(`“${String(part)}” did not appear; the page shows: ${text()}`)
      await sleep(20)
    }
  }
  const find = (target: Target, at = 0): PageElement => {
    const found = findElements(tree(), target)[at]
    if (!found) throw new Error(`“${target}” is not on the page, which shows: ${text()}`)
    return found
  }
  const press = (element: PageElement, target: string) => {
    const button = listening(element, 'tap')
    if (!button) throw new Error(`“${target}” does not react to a tap`)
    if (button.attrs.disabled === true) throw new Error(`“${target}” is disabled`)
    const openType = button.attrs.openType ?? button.attrs['open-type']
    if (openType === 'agreePrivacyAuthorization') state.agreeButtons.add(button.node.id)
    state.inTap = true
    stats.sinceTap = ''
    try {
      dispatch(element, 'tap', { x: 0, y: 0 })
      if (openType === 'agreePrivacyAuthorization') dispatch(button, 'agreeprivacyauthorization', {})
    } finally {
      state.inTap = false
    }
  }

  return {
    state,
    diary: state.diary,
    route: () => stack.current()?.route,
    query: () => stack.current()?.query ?? {},
    text,
    tree,
    find,
    has: (target: Target) => findElements(tree(), target).length > 0,
    settle,
    /** Until the page shows it, or has shown it since the last tap. */
    waitFor,
    /** Opens the mini program on a page, as a scan (`{ scene: 1047, query: { scene: 'b%3D…' } }`) or from the list. */
    launch: async (route = pack.routes[0] ?? '', query: Record<string, string> = {}, scene = 1001) => {
      Object.assign(launch, { path: route, query, scene })
      stats.sinceTap = ''
      if (!stack.current()) app.onLaunch?.(launch)
      app.onShow?.(launch)
      stack.clear()
      const search = Object.entries(query).map(([key, value]) => `${key}=${value}`)
      stack.show(`/${route}${search.length > 0 ? `?${search.join('&')}` : ''}`)
      await settle()
    },
    /** Taps what shows this text (or has this label or `.class`); `at` picks one of several. */
    tap: async (target: Target, at = 0) => {
      press(find(target, at), target)
      await settle()
    },
    /** Taps an element found in the tree. */
    tapElement: async (element: PageElement) => {
      press(element, element.text)
      await settle()
    },
    /** Types into the field with this placeholder or label. */
    input: async (label: string, value: string) => {
      const field = findField(tree(), label)
      if (!field) throw new Error(`no field “${label}” on the page, which shows: ${text()}`)
      dispatch(field, 'focus', { value: String(field.attrs.value ?? '') })
      dispatch(field, 'input', { value, cursor: value.length })
      dispatch(field, 'blur', { value })
      await settle()
    },
    /** Any other event: `fire('民族', 'change', { value: 3 })` on a picker, `'getphonenumber'` on its button. */
    fire: async (label: string, event: string, detail: object) => {
      const element = findField(tree(), label) ?? find(label)
      dispatch(listening(element, event) ?? element, event, detail)
      await settle()
    },
    back: async () => {
      await stack.apis.navigateBack({ delta: 1 })
      await settle()
    },
    /** A page event: onReachBottom, onPullDownRefresh, onShareAppMessage … */
    pageEvent: async (name: string, ...args: unknown[]) => {
      stack.lifecycle(name, ...args)
      await settle()
    },
    setOnline: (online: boolean) => {
      state.online = online
      device.events.network.tell({ isConnected: online, networkType: online ? 'wifi' : 'none' })
    },
    /** setData calls while `work` ran: how many, their bytes, their JSON. */
    measure: async (work: () => Promise<void>) => {
      const before = { ...stats }
      stats.latest = []
      await work()
      return { calls: stats.calls - before.calls, bytes: stats.bytes - before.bytes, texts: stats.latest }
    },
  }
}

export type Phone = ReturnType<typeof openPhone>
