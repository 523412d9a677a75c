import { Button, Text, View } from '@tarojs/components'
import { useState } from 'react'

const Home = () => {
  const [count, setCount] = useState(0)
  return (
    <View>
      <Text>安康志愿</Text>
      <Button onClick={() => setCount(count + 1)}>点了 {count} 次</Button>
    </View>
  )
}

export default Home
