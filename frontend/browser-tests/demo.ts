import { results } from './api.js';
import { ServingNode, freePorts, until } from './node.js';

/** The jar's demo: the bundled real forms arrive by themselves, in the order in which they did. */
export class Demo extends ServingNode {
  static async prepare(speed: number): Promise<Demo> {
    return new Demo(await freePorts(3), ServingNode.folder(), ['demo', '--speed', String(speed)]);
  }

  /** Waits for the first counted and the first held form: what tests look for is there from then on. */
  async counts(): Promise<void> {
    const counted = await until(async () => {
      const { stations } = await results(this.url, '0');
      return stations.counted > 0 && stations.held > 0 ? true : null;
    });
    if (!counted) throw new Error(`The demo counted nothing:\n${this.said()}`);
  }
}
