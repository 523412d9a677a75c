import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'

const wide = 768

/** Whether list and detail fit side by side: an officer's PC window. */
export const useIsWide = (): boolean => {
  const [width, setWidth] = useState(() => Taro.getWindowInfo().windowWidth)
  useEffect(() => {
    const follow = () => setWidth(Taro.getWindowInfo().windowWidth)
    Taro.onWindowResize(follow)
    return () => Taro.offWindowResize(follow)
  }, [])
  return width >= wide
}
