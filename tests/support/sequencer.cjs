const Sequencer = require('@jest/test-sequencer').default

const longest = /[\\/]tests[\\/]standing[\\/]/

/** As jest orders them, but what walks every entry of every contract begins first: begun last it would run on alone. */
module.exports = class extends Sequencer {
  sort(tests) {
    const ordered = super.sort(tests)
    const isLong = ({ path }) => longest.test(path)
    return [...ordered.filter(isLong), ...ordered.filter((test) => !isLong(test))]
  }
}
