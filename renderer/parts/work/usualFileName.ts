/** A name that says nothing of what is inside or for whom. */
export const usualFileName = (): string => `amberdesk-${Temporal.Now.plainDateISO().toString()}.amber`;
