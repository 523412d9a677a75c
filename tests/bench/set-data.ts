// Bytes and calls of setData per tap on the quiz page of the shipped package.
import { startCloud } from '../support/cloud'
import { figure } from '../support/figure'
import { openPhone } from '../support/weapp'
import { localCloudBehind } from '../support/weapp/local-cloud'
import { allElements } from '../support/weapp/page-element'

const taps = 10

const run = async () => {
  const cloud = await startCloud({ seed: 'dist/seed/seed.ndjson', env: 'config/local.env' })
  try {
    const phone = openPhone({ cloud: localCloudBehind(cloud.url, 'o-bench-quiz'), answers: { privacyAgreed: true } })
    await phone.launch('pages/quiz/index')
    await phone.tap('第 1 关')
    await phone.waitFor(() => phone.route() === 'packages/quiz/paper')
    await phone.settle()
    const options = () =>
      allElements(phone.tree()).filter(
        ({ attrs, events }) => events.has('tap') && /option|choice/.test(String(attrs.class)),
      )
    const total = { calls: 0, bytes: 0 }
    for (let turn = 0; turn < taps; turn += 1) {
      const choices = options()
      const choice = choices[turn % choices.length]
      if (!choice) throw new Error(`no option to tap: ${phone.text()}`)
      const { calls, bytes } = await phone.measure(() => phone.tapElement(choice))
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
