import Taro from '@tarojs/taro'

/** Connects this mini program with its cloud environment; without a name WeChat takes the one it is bound to. */
export const startCloud = () => {
  Taro.cloud.init({ env: process.env.TARO_APP_CLOUD_ENV || undefined, traceUser: false })
}
