import { useLingui } from '@lingui/react/macro';
import { create } from 'zustand';
import { TAKE_IN_ADDRESS } from '../application/addresses.ts';
import { useFileTaker } from '../parts/dropping/takers.ts';

/** A filled-in form that is about to be looked at. */
interface GivenForm {
  readonly file: string;
  readonly name: string;
}

interface GivenFormState {
  readonly source: GivenForm | undefined;
  give(source: GivenForm | undefined): void;
}

/** The form that is being looked at in this window, until it is taken in. Nothing of it is kept. */
export const useGivenForm = create<GivenFormState>((set) => ({
  source: undefined,
  give: (source) => set({ source }),
}));

/** The endings of files that may be a form that a ministry filled in. */
export const FORM_ENDINGS = ['docx', 'csv', 'txt'];

/** Forms of ministries that come to the window are read and shown; nothing is taken in before a person says so. */
export function useTakeForms(): void {
  const { t } = useLingui();
  useFileTaker({
    id: 'inquiries',
    endings: FORM_ENDINGS,
    intent: t`Forms of ministries (.docx, .csv, .txt) are shown before they are taken in.`,
    async take(file) {
      useGivenForm.getState().give(file);
      return { says: t`The form is shown; nothing is taken in yet.`, address: TAKE_IN_ADDRESS };
    },
  });
}
