/** The name of an area's topic with the rows below it, as the live socket knows it. */
export function childrenTopic(contest: string, area: string): string {
  return `${contest}/${area}/children`;
}

/** The contest and area a topic speaks of, the reverse of {@link childrenTopic}. */
export function placeOfTopic(topic: string): { contest: string; area: string } {
  const [contest = '', area = ''] = topic.split('/');
  return { contest, area };
}
