import { expect, it } from 'vitest';
import { whyNotLoosened } from '../../../domain/handling/whyNot.ts';
import { aHandling, BOARD, NORTHMARK, SECRETARIAT, strictTo } from '../../helpers/releasable.ts';

it('says why somebody may not loosen a record, and nothing to those who may', () => {
  const handling = aHandling(BOARD, { caveats: ['Not before 12 May'], chathamHouse: true });
  const paper = { kind: 'paper', body: {}, handling };
  expect(whyNotLoosened(paper, SECRETARIAT)).toEqual([]);
  expect(whyNotLoosened(paper, NORTHMARK)).toEqual(['originator', 'caveats', 'chathamHouse']);
  const position = { kind: 'paper', body: { type: 'nationalPosition' }, handling: aHandling(strictTo(SECRETARIAT)) };
  expect(whyNotLoosened(position, NORTHMARK)).toEqual(['originator', 'bornStrict']);
  expect(whyNotLoosened({ ...paper, kind: 'fromTheFuture', handling: aHandling() }, NORTHMARK)).toEqual(['originator']);
});
