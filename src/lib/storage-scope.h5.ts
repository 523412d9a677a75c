import Taro from '@tarojs/taro'
import * as z from 'types/zod'

const Owner = z.object({ openid: z.string() })

// Known from the first moment on: stores read while their modules load, before anything of ours has run.
const rememberedOwner = (): string => Owner.safeParse(Taro.getStorageSync('persona')).data?.openid ?? ''

/** One browser plays many people: what belongs to a person is kept under that person. */
let owner = rememberedOwner()

export const setStorageOwner = (openid: string) => {
  owner = openid
}

export const scopedKey = (key: string): string => (key === 'persona' || !owner ? key : `${key}@${owner}`)

/** Whether a stored key is this person's. */
export const isOwnKey = (key: string): boolean => owner !== '' && key.endsWith(`@${owner}`)
