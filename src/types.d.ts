/// <reference types="@tarojs/taro" />

declare module '*.scss'
declare module '*.png' {
  const source: string
  export default source
}

declare namespace NodeJS {
  type ProcessEnv = {
    /** Platform of this build; replaced by the compiler. */
    TARO_ENV: 'weapp' | 'h5'
    TARO_APP_ID?: string
    /** Cloud environment; empty means the one the mini program is bound to. */
    TARO_APP_CLOUD_ENV?: string
    /** `on` where the account was given the interface of the location. */
    TARO_APP_LOCATION?: string
  }
}
