import { startCloud, type Cloud } from '../../support/cloud'

type Sdk = {
  init: (options: object) => void
  DYNAMIC_CURRENT_ENV: symbol
  openapi: { subscribeMessage: { send: (message: object) => Promise<unknown> } }
}

/** The real SDK, pointed at this cloud. */
const connect = async (url: string): Promise<Sdk> => {
  Object.assign(process.env, {
    ...{ TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai', SCF_NAMESPACE: 'local-ankang' },
    ...{ TCB_ENV: 'local-ankang', TENCENTCLOUD_SECRETID: 'id', TENCENTCLOUD_SECRETKEY: 'key' },
    ...{ TENCENTCLOUD_SESSIONTOKEN: 'token', TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }) },
  })
  const { default: sdk } = (await import('wx-server-sdk')) as unknown as { default: Sdk }
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV, keepalive: true })
  return sdk
}

/** Every send of this cloud takes as long, until others are planned. */
export const slowSends = (cloud: Cloud, ms: number, times: number) =>
  cloud.fault({ target: 'openapi', name: 'subscribeMessage.send', mode: 'slow', ms, times })

type Wanted = { env: Record<string, string>; count: number; atOnce: number; ms: number; template: string }

/** @returns seconds that nothing but the calls themselves take, so many at a time */
export const bareSends = async (
  { env, count, atOnce, ms, template }: Wanted,
  values: Record<string, string>,
): Promise<number> => {
  const cloud = await startCloud({ env })
  const touser = 'wx-bare-sends'
  await cloud.setQuota(touser, template, count)
  const sdk = await connect(cloud.url)
  await slowSends(cloud, ms, count)
  const data = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }]))
  const message = { touser, templateId: template, data, miniprogramState: 'formal', lang: 'zh_CN' }
  let left = count
  const carry = async () => {
    while (left > 0) {
      left -= 1
      await sdk.openapi.subscribeMessage.send(message)
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: atOnce }, carry))
  const seconds = (performance.now() - began) / 1000
  await cloud.stop()
  return seconds
}
