export default definePageConfig({ navigationBarTitleText: '优秀公示' })
