import Taro from '@tarojs/taro'
import { showToast } from './toast-store'

export const tabs = {
  home: '/pages/home/index',
  quiz: '/pages/quiz/index',
  hazard: '/pages/hazard/index',
  my: '/pages/my/index',
} as const
export type Tab = keyof typeof tabs

type Query = Record<string, string | undefined>

const withQuery = (url: string, query: Query): string => {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined)
  const search = pairs.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')
  return search ? `${url}?${search}` : url
}

const sayUnopened = () => showToast('页面打不开，请更新小程序后再试', 'bad')

/** Opens a page; `query` values are encoded here. */
export const openPage = (url: string, query: Query = {}) => {
  Taro.navigateTo({ url: withQuery(url, query) }).catch(sayUnopened)
}

/** Takes this page's place: what was done here cannot be gone back to. */
export const replacePage = (url: string, query: Query = {}) => {
  Taro.redirectTo({ url: withQuery(url, query) }).catch(sayUnopened)
}

export const openTab = (tab: Tab) => void Taro.switchTab({ url: tabs[tab] })

/** Opened by a code or a message: there is no page to go back to. */
export const isFirstPage = () => Taro.getCurrentPages().length < 2

/** Back one page; home when this page was opened by a code or a message. */
export const goBack = () => {
  if (isFirstPage()) openTab('home')
  else void Taro.navigateBack()
}

/** Opens a page given as text (a message's link): a tab is switched to, another page opened. */
export const openAddress = (address: string) => {
  const url = address.startsWith('/') ? address : `/${address}`
  const tab = (Object.keys(tabs) as Tab[]).find((name) => url.split('?')[0] === tabs[name])
  if (tab) openTab(tab)
  else openPage(url)
}
