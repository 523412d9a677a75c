import path from 'node:path'
import { isBadDay } from './cli/bad-day'
import { parseOptions } from './cli/parse-options'
import { openCloud } from './open-cloud'

// Cloud functions run in UTC; the worker threads inherit it.
process.env.TZ = 'UTC'

const run = async (): Promise<void> => {
  const cloud = await openCloud(parseOptions(process.argv.slice(2), path.resolve(__dirname, '..')))
  let closing = false
  const leave = (): void => {
    if (closing) return
    closing = true
    void cloud.close().then(() => process.exit(0))
  }
  process.on('SIGINT', leave)
  process.on('SIGTERM', leave)
  // Started by a program that keeps a channel to it: when that program is gone, so is the cloud.
  process.on('disconnect', leave)
  process.stdout.write(`ready ${cloud.url}\n`)
}

run().catch((error: unknown) => {
  process.stderr.write(
    isBadDay(error) ? `${error.message}\n` : `本地云启动失败，请把下面的信息交给开发人员：${String(error)}\n`,
  )
  process.exit(1)
})
