import type { EXERCISES as EN } from "../en/exercises.ts";
import type { Like } from "../message.ts";

export const EXERCISES: Like<typeof EN> = {
  "moves.title": "地面练习",
  "moves.sub": "慢慢做，不要憋气。疼痛达到 4 或以上就跳过；训练过量之后全部跳过。",
  "moves.knee-to-chest.how": "仰卧，把一侧膝盖拉近并保持。起床一小时内以及骨质疏松者不要做。",
  "moves.cat-cow.how": "四点跪姿，背部稍微拱起，再稍微下沉。幅度要小，也可以站着做。",
  "moves.hip-flexor.how": "单膝跪地，骨盆轻轻向前。不要塌腰。站着也可以。",
  "moves.plank.how": "前臂和脚尖支撑，身体成一直线，保持呼吸。膝盖着地或扶墙更容易。",
  "moves.bird-dog.how": "四点跪姿，伸出一只手臂和另一侧腿，再收回。只伸腿或只伸手更容易。",
  "moves.child-pose.how": "臀部坐向脚跟，手臂向前，休息。也可以坐在椅子上前倾。",
  "moves.cobra.how": "俯卧，用前臂撑起胸部，再放下。如果后仰会痛，改做婴儿式。",
};
