// Bytes and calls of setData per tap on the quiz page of the shipped package.
import { readFileSync } from 'node:fs'
import { startCloud } from '../support/cloud'
import { figure } from '../support/figure'
import { openPhone } from '../support/weapp'
import { localCloudBehind } from '../support/weapp/local-cloud'

const taps = 10
const firstLevel = '用电安全'
const { booth } = JSON.parse(readFileSync('dist/seed/personas.json', 'utf8')) as { booth: string }

const run = async () => {
  const cloud = await startCloud({ seed: 'dist/seed/seed.ndjson', env: 'config/local.env' })
  try {
    const phone = openPhone({ cloud: localCloudBehind(cloud.url, 'o-bench-quiz') })
    await phone.launch('pages/scan/index', { scene: encodeURIComponent(`b=${booth}`) }, 1047)
    await phone.tap('开始闯关')
    await phone.tap(firstLevel)
    await phone.waitFor('下一题')
    const total = { calls: 0, bytes: 0 }
    for (let turn = 0; turn < taps; turn += 1) {
      const { calls, bytes } = await phone.measure(() => phone.tap('.option-row', turn % 2))
      total.calls += calls
      total.bytes += bytes
    }
    const perTap = { calls: total.calls / taps, bytes: total.bytes / taps }
    figure(
      'setData per tap on the quiz page',
      `${perTap.calls.toFixed(1)} calls, ${perTap.bytes.toFixed(0)} bytes`,
      'at most 2 calls and 2048 bytes',
      perTap.calls <= 2 && perTap.bytes <= 2048,
    )
  } finally {
    await cloud.stop()
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exit(1)
})
