import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Reach } from '../../../domain/handling/choices.ts';
import type { Label } from '../../../domain/handling/handling.ts';

/** What a receiver may do, by label (TLP 2.0, FIRST), in the words of this network. */
export const RECEIVERS_MAY: Readonly<Record<Label, MessageDescriptor>> = {
  PRIVATE: msg`Nobody receives it. It leaves this installation in a backup only.`,
  'TLP:RED': msg`The persons named may read it and pass it on to nobody.`,
  'TLP:AMBER+STRICT': msg`Receivers may share it inside the one organisation, with those who need to know.`,
  'TLP:AMBER': msg`Receivers may share it inside their organisation and with its clients, with those who need to know.`,
  'TLP:GREEN': msg`Receivers may share it within the community, and not in public.`,
  'TLP:CLEAR': msg`Receivers may share it with anyone.`,
};

/** Who may hold it, as a choice. */
export const REACH_WORDS: Readonly<Record<Reach, MessageDescriptor>> = {
  installation: msg`This installation only`,
  named: msg`Those named`,
  board: msg`The board`,
  community: msg`The community`,
  everyone: msg`Everyone`,
};
