import { readFileSync } from 'node:fs'
import path from 'node:path'
import { checkNode } from './check-node.mjs'

checkNode()
const { badDay, main, say } = await import('./lib/say.mjs')
const { openDoors } = await import('./lib/backup-doors.mjs')
const { checkFolder, manifestName, openFolder, storedPaths, writeWhole } = await import('./lib/backup-folder.mjs')

const usage = `备份工具：把“工作台—备份”做好的备份取到文件夹里，或放回新环境。
  node config/scripts/backup.mjs download --cloud http://127.0.0.1:8080 --id <备份编号> --to <文件夹>
  node config/scripts/backup.mjs check    --from <文件夹>      核对每个文件、每条操作留痕、每天的封存
  node config/scripts/backup.mjs upload   --cloud http://127.0.0.1:8080 --from <文件夹>
  node config/scripts/backup.mjs files    --from <文件夹>      列出备份引用的照片等文件的云端路径
真实云环境用官方工具传输，文件夹结构相同：
  tcb storage download backup/<编号> <文件夹>/backup/<编号> --dir，再按 files 列出的路径逐个下载到 <文件夹>/files/，然后 check
  tcb storage upload <文件夹>/backup backup，tcb storage upload <文件夹>/files /，再在小程序里填 manifest.json 的文件编号恢复
文件夹里有个人信息，请放在加密的磁盘上，用完删除。`

const option = (args, name) => {
  const value = args[args.indexOf(name) + 1]
  if (!args.includes(name) || !value || value.startsWith('--')) throw badDay(`缺少 ${name}。\n${usage}`)
  return value
}

const fetched = async (doors, fileId, name) => {
  const content = await doors.read(fileId)
  if (!content) throw badDay(`云端没有文件 ${name}，请核对备份编号，备份要先显示“已完成”。`)
  return content
}

const check = async (args) => {
  const folder = openFolder(option(args, '--from'))
  const { documents, files, subjects, days } = await checkFolder(folder)
  say(
    `备份 ${folder.id} 完好：${documents} 条数据、${files} 个文件、${subjects} 条操作留痕、${days} 天的封存都对得上。`,
  )
}

const download = async (args) => {
  const [doors, id, to] = [openDoors(option(args, '--cloud')), option(args, '--id'), option(args, '--to')]
  const place = async (name) => {
    const cloudPath = `backup/${id}/${name}`
    const content = await fetched(doors, await doors.fileIdOf(cloudPath), cloudPath)
    writeWhole(path.join(to, 'backup', id, name), content)
    return content
  }
  const { parts } = JSON.parse((await place(manifestName)).toString('utf8'))
  for (const { name } of parts) await place(name)
  const folder = openFolder(to)
  for (const cloudPath of storedPaths(folder))
    writeWhole(folder.fileOf(cloudPath), await fetched(doors, folder.manifest.prefix + cloudPath, cloudPath))
  await check(['--from', to])
}

const upload = async (args) => {
  const [doors, from] = [openDoors(option(args, '--cloud')), option(args, '--from')]
  const folder = openFolder(from)
  await checkFolder(folder)
  for (const cloudPath of storedPaths(folder)) await doors.write(cloudPath, readFileSync(folder.fileOf(cloudPath)))
  for (const { name } of folder.manifest.parts) await doors.write(folder.pathOf(name), folder.read(name))
  // The manifest last: where it lies, everything it names lies already.
  process.stdout.write(`${await doors.write(folder.pathOf(manifestName), folder.read(manifestName))}\n`)
  say('已全部上传。上面这一行是备份清单的文件编号，恢复时要填它。')
}

const files = async (args) => {
  process.stdout.write(
    storedPaths(openFolder(option(args, '--from')))
      .map((line) => `${line}\n`)
      .join(''),
  )
}

const commands = { download, check, upload, files }

await main(async () => {
  const [command, ...args] = process.argv.slice(2)
  if (!Object.hasOwn(commands, command ?? '')) throw badDay(usage)
  await commands[command](args)
})
