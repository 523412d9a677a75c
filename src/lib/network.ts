import Taro from '@tarojs/taro'
import { noteOnline, useReach } from './reach-store'

/** Follows the device's network; call once when the app starts. */
export const watchNetwork = () => {
  Taro.onNetworkStatusChange(({ isConnected }) => noteOnline(isConnected))
  void Taro.getNetworkType({ success: ({ networkType }) => noteOnline(networkType !== 'none') })
}

/** True while calls are expected to get through. */
export const useNetwork = (): boolean => useReach((reach) => reach.online && reach.reachable)
