type Save = () => Promise<void>;

const registered = new Map<Save, () => boolean>();

/**
 * Something that holds what was typed and is not saved yet. `save` saves it and settles when that is done; `isUnsaved`
 * tells at once whether there is anything. Gives what ends it.
 */
export function registerSaving(save: Save, isUnsaved: () => boolean = () => false): () => void {
  registered.set(save, isUnsaved);
  return () => void registered.delete(save);
}

/**
 * Saves all that was typed: before the vault is locked and before the window goes. Settles when the last has ended;
 * then rejects with the first error, if there was one.
 */
export async function saveEverything(): Promise<void> {
  const outcomes = await Promise.allSettled([...registered.keys()].map((save) => save()));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/** Whether anything typed is not saved yet. */
export function hasUnsaved(): boolean {
  return [...registered.values()].some((isUnsaved) => isUnsaved());
}
