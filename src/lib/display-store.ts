import Taro from '@tarojs/taro'
import { create } from 'zustand'
import { readStored, writeStored, removeStored } from './storage'
import type { Stored } from './storage-keys'

export type TextLevel = Stored<'display'>['level']
export const textLevelLabels: Record<TextLevel, string> = { standard: '标准', large: '大', huge: '特大' }

type Display = Stored<'display'>

/** WeChat's own text size (16 is standard, about 23 is its care mode) chooses the first level. */
const levelOfPhone = (): TextLevel => {
  try {
    const info: object = Taro.getAppBaseInfo()
    const size = 'fontSizeSetting' in info ? Number(info.fontSizeSetting) : 16
    if (size >= 22) return 'huge'
    return size >= 19 ? 'large' : 'standard'
  } catch {
    return 'standard'
  }
}

/** Text size and simple mode; remembered on the phone. */
export const useDisplay = create<Display>(() => readStored('display') ?? { level: levelOfPhone(), simple: false })

export const changeDisplay = (change: Partial<Display>) => {
  useDisplay.setState(change)
  writeStored('display', useDisplay.getState())
}

/** Forgets the choice and follows the phone again. */
export const resetDisplay = () => {
  removeStored('display')
  useDisplay.setState({ level: levelOfPhone(), simple: false })
}

/** Class of the page root that sets `--k`. */
export const displayClass = ({ level, simple }: Display): string => `text-${level}${simple ? ' simple' : ''}`
