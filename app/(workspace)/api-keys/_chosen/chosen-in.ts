/** What the form of the list sends: keys, or that all which the list has are meant. */
export type ChosenParams = Promise<{ [name in 'id' | 'all' | 'q' | 'state']?: string | string[] }>;

export type Chosen = {
  ids: string[];
  /** in place of ids: what the list was asked for, all of which is meant */
  matching: { q?: string | string[]; state?: string | string[] } | null;
};

/** Which keys were chosen in the list. A box stands for a key, or for both of a rotation. */
export async function chosenIn(searchParams: ChosenParams): Promise<Chosen> {
  const { id = [], all, q, state } = await searchParams;
  const ids = [id].flat().flatMap((chosen) => chosen.split(','));
  const matching = { ...(q && { q }), ...(state && { state }) };
  return all === undefined ? { ids, matching: null } : { ids: [], matching };
}
