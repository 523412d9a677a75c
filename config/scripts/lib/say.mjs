/** Progress for the person at the terminal; on stderr, so that stdout stays what the command is for. */
export const say = (text) => process.stderr.write(`${text}\n`)

/** An error whose message is one Chinese sentence: what is wrong and what to do. */
export const badDay = (sentence, details = '') => Object.assign(new Error(sentence), { name: 'BadDay', details })

/** Runs a command's body; a bad day ends in its sentence, anything else in its stack. Exit code 1 either way. */
export const main = (run) =>
  run().catch((error) => {
    if (error?.details) say(error.details)
    say(error?.name === 'BadDay' ? error.message : `出了意料之外的错误：${error?.stack ?? error}`)
    process.exit(1)
  })
