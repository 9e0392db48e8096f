import { groupsIn } from '../../../domain/exchange/readDigits.ts';

/** The digits of a card in two lines, as they stand in lists. */
export function DigitLines({ digits }: { readonly digits: string }) {
  const groups = groupsIn(digits);
  return (
    <>
      {groups.slice(0, 4).join(' ')}
      <br />
      {groups.slice(4).join(' ')}
    </>
  );
}
