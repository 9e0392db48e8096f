import { TextRun } from 'docx';
import type { Label } from '../../../domain/handling/handling.ts';
import { SANS } from './wordStyles.ts';

/** The official colours of TLP 2.0, on black. */
const COLOURS: Readonly<Record<Label, string>> = {
  PRIVATE: 'FFFFFF',
  'TLP:RED': 'FF2B2B',
  'TLP:AMBER+STRICT': 'FFC000',
  'TLP:AMBER': 'FFC000',
  'TLP:GREEN': '33FF00',
  'TLP:CLEAR': 'FFFFFF',
};

/** A label in its box, in half points; in white letters where it will be copied in black and white. */
export function labelRun(label: Label, size: number, blackAndWhite: boolean): TextRun {
  return new TextRun({
    text: `\u00A0${label}\u00A0`,
    font: SANS,
    size,
    bold: true,
    italics: false,
    noProof: true,
    color: blackAndWhite ? 'FFFFFF' : COLOURS[label],
    shading: { type: 'clear', fill: '000000', color: 'auto' },
  });
}
