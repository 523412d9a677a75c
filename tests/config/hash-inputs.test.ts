import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')

const hashOf = (folder: string): string => {
  const code = `import { hashInputs } from './config/scripts/lib/hash-inputs.mjs'
    console.log(hashInputs([${JSON.stringify(path.relative(root, folder))}]))`
  return execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8', cwd: root })
}

describe('what makes a build stale', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'hash-inputs-'))
  afterAll(() => rmSync(scratch, { recursive: true, force: true }))
  writeFileSync(path.join(scratch, 'app.ts'), 'one')

  test('a folder the compiler leaves beside its input does not', () => {
    const before = hashOf(scratch)
    mkdirSync(path.join(scratch, '.swc/plugins'), { recursive: true })
    writeFileSync(path.join(scratch, '.swc/plugins/left'), 'behind')
    expect(hashOf(scratch)).toBe(before)
  })

  test('a changed file does', () => {
    const before = hashOf(scratch)
    writeFileSync(path.join(scratch, 'app.ts'), 'two')
    expect(hashOf(scratch)).not.toBe(before)
  })
})
