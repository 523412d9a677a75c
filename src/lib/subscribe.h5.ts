import { currentPersona } from './persona.h5'
import { tellLocalCloud } from './local-cloud.h5'
import {
  useSubscribeAsk,
  type SubscribeChoices,
  type SubscribeResults,
  type SubscribeTemplate,
} from './subscribe-store'

const askPerson = (templates: readonly SubscribeTemplate[]): Promise<SubscribeResults> =>
  new Promise((resolve) => {
    const answer = (results: SubscribeResults) => {
      useSubscribeAsk.setState({ ask: null })
      resolve(results)
    }
    useSubscribeAsk.setState({ ask: { templates, answer } })
  })

/** In a browser nothing asks along the way: a panel there stands for WeChat's only where somebody wants to see it. */
export const comesAlong = false as boolean

/** A browser keeps no choices. */
export const readSubscribeChoices = (): Promise<SubscribeChoices> => Promise.resolve({ isOn: true, items: {} })

/**
 * Asks to be allowed one message per template (at most 3), as WeChat's panel does, and tells the local cloud.
 * Never rejects: a closed panel is a `reject`.
 */
export const requestSubscribe = async (templates: readonly SubscribeTemplate[]): Promise<SubscribeResults> => {
  const results = await askPerson(templates.slice(0, 3))
  const { openid } = currentPersona()
  await Promise.all(
    Object.entries(results).map(([templateId, result]) =>
      tellLocalCloud('/wechat/consent', { openid, templateId, result }),
    ),
  ).catch(() => undefined)
  return results
}
