export default definePageConfig({ navigationBarTitleText: '我对题目的意见' })
