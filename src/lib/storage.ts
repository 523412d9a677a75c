import Taro from '@tarojs/taro'
import { isOwnKey, scopedKey } from './storage-scope'
import { storageKeys, type StorageKey, type Stored } from './storage-keys'

/** What is remembered under the key; undefined when nothing is, or when it no longer has the right shape. */
export const readStored = <K extends StorageKey>(key: K, part = ''): Stored<K> | undefined => {
  const raw: unknown = Taro.getStorageSync(scopedKey(key + part))
  if (raw === '' || raw === undefined || raw === null) return undefined
  const parsed = storageKeys[key].safeParse(raw)
  return parsed.success ? (parsed.data as Stored<K>) : undefined
}

/** Written before it returns: what is stored survives the next kill. `part` keeps several of one kind apart. */
export const writeStored = <K extends StorageKey>(key: K, value: Stored<K>, part = '') => {
  Taro.setStorageSync(scopedKey(key + part), value)
}

export const removeStored = (key: StorageKey, part = '') => {
  Taro.removeStorageSync(scopedKey(key + part))
}

/** Forgets everything this person left on the phone. */
export const clearStored = () => {
  for (const key of Taro.getStorageInfoSync().keys) if (isOwnKey(key)) Taro.removeStorageSync(key)
}
