// Compares the recount with what a node publishes, for every place it publishes.
const PARALLEL = 8;
const TRIES = 10;

/**
 * Walks the published tree from the nation down, one request for each place that has places below it,
 * and checks every row against the recount: a place's own body and its row in its parent's body.
 *
 * @param options url, contest, choices (ids in the order of the votes), villages (also ask each village
 *     for its own body and its stations), expected (area code → stations, or null)
 * @returns {{places: number, requests: number, differences: object[]}}
 */
export async function compare({ areas, stations }, options) {
  const differences = [];
  const seen = new Set();
  const none = { counted: 0, held: 0, votes: options.choices.map(() => 0), asSent: options.choices.map(() => 0) };
  let requests = 0;

  function check(code, row) {
    seen.add(code);
    const recounted = (code.length === 13 ? stations : areas).get(code) ?? none;
    const expected = code.length === 13 ? 1 : options.expected?.get(code);
    const figures = [
      ['counted', row.stations.counted, recounted.counted],
      ['held', row.stations.held, recounted.held],
      ...options.choices.map((id, i) => [`votes.${id}`, row.totals.votes[id], recounted.votes[i]]),
      ...options.choices.map((id, i) => [`asSent.${id}`, row.totals.asSent?.[id], recounted.asSent[i]]),
    ];
    if (expected !== undefined) figures.push(['expected', row.stations.expected, expected]);
    for (const [figure, published, own] of figures) {
      if (published !== own) differences.push({ place: code, figure, published, recounted: own });
    }
  }

  async function visit(code) {
    requests++;
    const body = await get(`${options.url}/api/v1/results/${options.contest}/${code}`);
    check(code, body);
    for (const child of body.children) check(child.code, child);
    return body.children.map((c) => c.code).filter((c) => c.length < (options.villages ? 13 : 10));
  }

  let level = ['0'];
  while (level.length > 0) {
    const below = [];
    const queue = level.values();
    const worker = async () => {
      for (const code of queue) below.push(...(await visit(code)));
    };
    await Promise.all(Array.from({ length: PARALLEL }, worker));
    level = below.sort();
  }
  for (const code of [...areas.keys(), ...(options.villages ? stations.keys() : [])]) {
    if (!seen.has(code)) {
      differences.push({ place: code, figure: 'place', published: null, recounted: 'has forms' });
    }
  }
  return { places: seen.size, requests, differences };
}

/** A body; a busy or restarting node is asked again, anything else is an error. */
async function get(url) {
  for (let attempt = 1; ; attempt++) {
    const answer = await fetch(url);
    if (answer.ok) return answer.json();
    await answer.body?.cancel();
    if ((answer.status !== 503 && answer.status !== 429) || attempt === TRIES) {
      throw new Error(`${url}: ${answer.status}`);
    }
    const seconds = Number(answer.headers.get('retry-after') ?? 1);
    await new Promise((done) => setTimeout(done, Math.min(seconds, 10) * 1000));
  }
}
