// Reads [{ file, code }] on stdin, writes for each the lint messages of that snippet as if it lay at `file`.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'

const root = path.resolve(import.meta.dirname, '../..')
const untyped = [tseslint.configs.disableTypeChecked, { languageOptions: { parserOptions: { projectService: false } } }]
const eslint = new ESLint({ cwd: root, overrideConfig: untyped })

const answers = []
for (const { file, code } of JSON.parse(readFileSync(0, 'utf8'))) {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: path.join(root, file) })
  answers.push((result?.messages ?? [{ message: 'ignored' }]).map((message) => message.message).join('\n'))
}
process.stdout.write(JSON.stringify(answers))
