/** A task of the page's main thread: how long it took by the wall, how long it had the processor, and what it did. */
export interface Task {
  readonly wallMillis: number;
  readonly cpuMillis: number;
  /** Boxes laid out anew, over all its layouts: its work, whatever the machine. */
  readonly boxes: number;
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
/** Shorter ones are thousands, and lay out nothing to speak of. */
const LOOKED_AT_MILLIS = 1;
const STEPS = new Set(['FunctionCall', 'EventDispatch', 'TimerFire', 'FireAnimationFrame', 'UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Commit', 'MinorGC', 'MajorGC', 'V8.GCIncrementalMarking', 'HitTest']);

function did(task: Event, inside: readonly Event[]): Pick<Task, 'boxes' | 'did'> {
  const end = task.ts + (task.dur ?? 0);
  const sums = new Map<string, number>();
  let boxes = 0;
  let page = 0;
  for (const event of inside) {
    if (event.ts < task.ts || event.ts + (event.dur ?? 0) > end) continue;
    const of = event.args?.data?.type ?? event.args?.data?.functionName ?? '';
    const name = of ? `${event.name} ${of}` : event.name;
    const { dirtyObjects, totalObjects } = event.args?.beginData ?? {};
    boxes += dirtyObjects ?? 0;
    page = Math.max(page, totalObjects ?? 0);
    sums.set(name, (sums.get(name) ?? 0) + (event.dur ?? 0));
  }
  const heaviest = [...sums].sort((a, b) => b[1] - a[1]).slice(0, 5);
  const steps = heaviest.map(([name, micros]) => `${name} ${(micros / 1000).toFixed(0)}`);
  return { boxes, did: [...steps, ...(boxes > 0 ? [`boxes ${boxes} of ${page}`] : [])].join(', ') };
}

/**
 * The main thread's tasks of the page that set this mark, longest by the wall first. The mark tells
 * which process is whose where several pages are traced at once.
 */
export function tasksOf(trace: string, mark: string): readonly Task[] {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: readonly Event[] };
  const marked = traceEvents.find(({ name }) => name === mark);
  if (!marked) throw new Error(`the trace does not hold the mark ${mark}`);
  const ours = traceEvents.filter(({ ph, pid, tid }) => ph === 'X' && pid === marked.pid && tid === marked.tid);
  const steps = ours.filter(({ name }) => STEPS.has(name));
  return ours
    .filter(({ name, dur = 0 }) => name === TASK && dur / 1000 >= LOOKED_AT_MILLIS)
    .map((task) => ({
      wallMillis: (task.dur ?? 0) / 1000,
      cpuMillis: (task.tdur ?? task.dur ?? 0) / 1000,
      ...did(task, steps),
    }))
    .sort((a, b) => b.wallMillis - a.wallMillis);
}
