// Prints { path, args } of a Chromium that runs here, or { reason } in plain Chinese where none does.
import { existsSync } from 'node:fs'
import { chromium as playwright } from 'playwright-core'

const runs = async ({ path, args }) => {
  try {
    const browser = await playwright.launch({ executablePath: path, args, headless: true, timeout: 30_000 })
    await browser.close()
    return true
  } catch {
    return false
  }
}

const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const none = '这台机器没有可用的 Chromium，浏览器测试已跳过；安装 chromium 或用 CHROMIUM_PATH 指明它的位置后重试。'

const plain = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none']

const packed = async () => {
  const { default: chromium } = await import('@sparticuz/chromium').catch(() => ({ default: undefined }))
  const path = await chromium?.executablePath().catch(() => undefined)
  return path ? [plain, chromium.args].map((args) => ({ path, args })) : []
}

const candidates = async () => {
  if (process.env.CHROMIUM_PATH) return [{ path: process.env.CHROMIUM_PATH, args: plain }]
  return [...system.map((path) => ({ path, args: plain })), ...(await packed())]
}

const firstWorking = async () => {
  for (const candidate of await candidates())
    if (existsSync(candidate.path) && (await runs(candidate))) return candidate
  return { reason: none }
}

process.stdout.write(JSON.stringify(await firstWorking()), () => process.exit(0))
