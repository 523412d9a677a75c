import { useRouter } from '@tarojs/taro'

/** One parameter the page was opened with, decoded; undefined when absent. */
export const useQueryParam = (name: string): string | undefined => {
  const value = useRouter().params[name]
  if (!value) return undefined
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
