// Every page in both text sizes and four states, checked by axe-core and by geometry.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { figure } from '../../support/figure'

const { status, stdout } = spawnSync(process.execPath, ['config/scripts/pictures.mjs'], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
  maxBuffer: 1 << 26,
})
process.stderr.write(stdout.split('\n').slice(-40).join('\n'))
const file = '.local/pictures/findings.json'
const findings = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown[]).length : Number.NaN
figure('findings on the pictures of every page', String(findings), '0', findings === 0 && status === 0)
