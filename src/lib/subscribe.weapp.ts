import Taro from '@tarojs/taro'
import type { SubscribeChoices, SubscribeResult, SubscribeResults, SubscribeTemplate } from './subscribe-store'

const isResult = (value: unknown): value is SubscribeResult =>
  value === 'accept' || value === 'reject' || value === 'ban' || value === 'filter'

const resultsOf = (templates: readonly SubscribeTemplate[], reply: object): SubscribeResults => {
  const given = new Map<string, unknown>(Object.entries(reply))
  return Object.fromEntries(
    templates.map(({ id }) => {
      const word = given.get(id) === 'acceptWithAudio' ? 'accept' : given.get(id)
      return [id, isResult(word) ? word : 'reject']
    }),
  )
}

/** Whether a tap that does something else may ask as well. */
export const comesAlong = true as boolean

/** What WeChat answers without showing its panel; nothing kept where it does not say. */
export const readSubscribeChoices = async (): Promise<SubscribeChoices> => {
  const { subscriptionsSetting } = await Taro.getSetting({ withSubscriptions: true })
  const { mainSwitch = true, itemSettings = {} } = subscriptionsSetting ?? {}
  return { isOn: mainSwitch, items: { ...itemSettings } }
}

/**
 * Asks to be allowed one message per template (at most 3). Call it synchronously in the tap: an await before it loses
 * the tap and WeChat refuses. Never rejects: a closed panel or a main switch that is off is a `reject`.
 */
export const requestSubscribe = (templates: readonly SubscribeTemplate[]): Promise<SubscribeResults> => {
  const asked = templates.slice(0, 3)
  return new Promise((resolve) => {
    void Taro.requestSubscribeMessage({
      tmplIds: asked.map(({ id }) => id),
      entityIds: [],
      success: (reply) => resolve(resultsOf(asked, reply)),
      fail: () => resolve(resultsOf(asked, {})),
    })
  })
}
