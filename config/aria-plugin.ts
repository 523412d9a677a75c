import path from 'node:path'
import attributes from './phone/aria-attributes.json'

type Platform = {
  platform: string
  runtimePath: string | string[]
  template: { mergeComponents: (context: unknown, components: object) => void }
}
type Context = { registerMethod: (method: { name: string; fn: (platform: Platform) => void }) => void }

/** Taro's templates leave out what a screen reader needs; this puts the ARIA attributes WeChat knows back in. */
export default (context: Context): void =>
  context.registerMethod({
    name: 'onSetupClose',
    fn: (platform) => {
      if (platform.platform !== 'weapp') return
      platform.template.mergeComponents(context, attributes)
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'phone/aria-runtime.mjs')].flat()
    },
  })
