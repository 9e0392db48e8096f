import { useRead } from '../../application/queries.ts';

const SHOWN = 5;

/**
 * The persons of an organisation who could loosen what it wrote: those who hold its seats, and where none is known here,
 * those whom it names. Undefined until they are read.
 */
export function useWhoCould(organisation: string): readonly string[] | undefined {
  const { data: directory } = useRead('directory', 'read', {});
  const seats = directory?.seats.filter((seat) => seat.organisation === organisation && seat.standing === 'inForce');
  const asksPeople = seats?.length === 0;
  const { data: people } = useRead(
    'records',
    'register',
    {
      kinds: ['person'],
      filters: [{ column: 'organisation', is: 'equals', value: organisation }],
      columns: [],
      sort: [{ column: '$title', descending: false }],
      offset: 0,
      limit: SHOWN,
    },
    { enabled: asksPeople },
  );
  if (seats === undefined || (asksPeople && people === undefined)) return undefined;
  return asksPeople
    ? people?.rows.map(({ title }) => title)
    : [...new Set(seats.map(({ name }) => name))].slice(0, SHOWN);
}
