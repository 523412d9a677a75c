export default definePageConfig({
  navigationBarTitleText: '安康志愿',
  navigationBarTextStyle: 'white',
  enableShareAppMessage: true,
})
