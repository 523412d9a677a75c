export default definePageConfig({ navigationBarTitleText: '谁带来了谁' })
