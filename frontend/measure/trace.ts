/** A task of the page's main thread: how long it took by the wall, how long it had the processor, and what it did. */
export interface Task {
  readonly wallMillis: number;
  readonly cpuMillis: number;
  /** The heaviest steps, milliseconds by the wall. */
  readonly did: string;
}

interface Event {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: {
    readonly data?: { readonly functionName?: string; readonly type?: string };
    /** Of a layout: how many boxes were to be laid out anew, of how many. */
    readonly beginData?: { readonly dirtyObjects?: number; readonly totalObjects?: number };
  };
}

export const CATEGORIES = ['toplevel', 'devtools.timeline', 'v8', 'blink.user_timing', '__metadata'];
const TASK = 'ThreadControllerImpl::RunTask';
const STEPS = new Set(['FunctionCall', 'EventDispatch', 'TimerFire', 'FireAnimationFrame', 'UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Commit', 'MinorGC', 'MajorGC', 'V8.GCIncrementalMarking', 'HitTest']);

function did(task: Event, inside: readonly Event[]): string {
  const end = task.ts + (task.dur ?? 0);
  const sums = new Map<string, number>();
  let dirty = '';
  for (const event of inside) {
    if (!STEPS.has(event.name) || event.ts < task.ts || event.ts + (event.dur ?? 0) > end) continue;
    const of = event.args?.data?.type ?? event.args?.data?.functionName ?? '';
    const name = of ? `${event.name} ${of}` : event.name;
    const { dirtyObjects, totalObjects } = event.args?.beginData ?? {};
    if (dirtyObjects) dirty = `, boxes ${dirtyObjects} of ${totalObjects ?? 0}`;
    sums.set(name, (sums.get(name) ?? 0) + (event.dur ?? 0));
  }
  const heaviest = [...sums].sort((a, b) => b[1] - a[1]).slice(0, 5);
  return heaviest.map(([name, micros]) => `${name} ${(micros / 1000).toFixed(0)}`).join(', ') + dirty;
}

/**
 * The main thread's tasks of the page that set this mark, longest first, at least this long by the
 * wall. The mark tells which process is whose where several pages are traced at once.
 */
export function longTasks(trace: string, mark: string, wallMillisMin: number): readonly Task[] {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: readonly Event[] };
  const marked = traceEvents.find(({ name }) => name === mark);
  if (!marked) throw new Error(`the trace does not hold the mark ${mark}`);
  const ours = traceEvents.filter(({ ph, pid, tid }) => ph === 'X' && pid === marked.pid && tid === marked.tid);
  return ours
    .filter(({ name, dur = 0 }) => name === TASK && dur / 1000 >= wallMillisMin)
    .map((task) => ({
      wallMillis: (task.dur ?? 0) / 1000,
      cpuMillis: (task.tdur ?? task.dur ?? 0) / 1000,
      did: did(task, ours),
    }))
    .sort((a, b) => b.wallMillis - a.wallMillis);
}
