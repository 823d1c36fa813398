type Waiting<Value> = {
  resolve: (value: Value | undefined) => void;
  reject: (cause: unknown) => void;
};

type Limits = {
  /** queries at a time */
  maxInFlight: number;
  /** how many keys must be waiting before a query starts while another one runs */
  crowd: number;
  /** keys per query */
  maxBatch: number;
};

/**
 * Lets look-ups that wait at the same time share one query. While a query runs, new look-ups wait.
 * They run together when it returns, or earlier once `crowd` keys wait. Every look-up is answered
 * by a query that began after it, so sharing never returns an older state.
 * @param load answers many keys at once; keys it leaves out of the map resolve to undefined
 * @returns a function from one key to its value; rejects with what `load` threw
 */
export function batch<Value>(
  load: (keys: string[]) => Promise<Map<string, Value>>,
  { maxInFlight, crowd, maxBatch }: Limits,
): (key: string) => Promise<Value | undefined> {
  let waiting = new Map<string, Waiting<Value>[]>();
  let inFlight = 0;

  async function send() {
    if (waiting.size === 0 || inFlight >= maxInFlight) return;
    if (inFlight > 0 && waiting.size < crowd) return;
    const group = waiting.size <= maxBatch ? waiting : new Map([...waiting].slice(0, maxBatch));
    if (group === waiting) waiting = new Map();
    else for (const key of group.keys()) waiting.delete(key);

    inFlight++;
    try {
      const values = await load([...group.keys()]);
      for (const [key, list] of group) for (const { resolve } of list) resolve(values.get(key));
    } catch (cause) {
      for (const list of group.values()) for (const { reject } of list) reject(cause);
    } finally {
      inFlight--;
      send();
    }
  }

  return (key) =>
    new Promise((resolve, reject) => {
      const list = waiting.get(key);
      if (list) list.push({ resolve, reject });
      else waiting.set(key, [{ resolve, reject }]);
      // Requests that arrive in the same turn of the event loop go in the same query.
      setImmediate(send);
    });
}
