export default definePageConfig({ navigationBarTitleText: '谁出具工会意见', onReachBottomDistance: 120 })
