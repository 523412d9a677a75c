// npm run replay-draw -- FILE [--list-hash HEX --seed-hash HEX]: draws a published draw again and compares. Exit code 0: the same; 1: not.
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { loadTs } from './lib/load-ts.mjs'
import { badDay, main } from './lib/say.mjs'

const words = {
  format: '文件不是抽奖结果，或者已损坏',
  commitment: '文件里的承诺与开奖前公布的不同',
  seed: '公开的种子与承诺不符',
  list: '名单与承诺不符',
  winners: '按公布的办法重算，中奖名单不同',
}

await main(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { 'list-hash': { type: 'string' }, 'seed-hash': { type: 'string' } },
  })
  const [file] = positionals
  if (!file) throw badDay('用法：npm run replay-draw -- 结果文件 [--list-hash 名单指纹 --seed-hash 种子指纹]')
  const { replayDraw } = await loadTs('types/draw-file.ts')
  const { 'list-hash': listHash, 'seed-hash': seedHash } = values
  const replay = replayDraw(await readFile(file, 'utf8'), listHash && seedHash ? { listHash, seedHash } : undefined)
  if (replay.ok) console.log(`一致：名单 ${replay.entries} 行，中奖 ${replay.winners} 名，与重算结果相同。`)
  else {
    console.log(`不一致：${words[replay.reason]}。\n  应为 ${replay.expected}\n  实为 ${replay.found}`)
    process.exitCode = 1
  }
})
