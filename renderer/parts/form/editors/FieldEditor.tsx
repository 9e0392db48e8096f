import type { ComponentType } from 'react';
import type { Editor } from '../chooseEditor.ts';
import { RichTextField } from '../richText/RichTextField.tsx';
import { AttachmentsShown } from './AttachmentsShown.tsx';
import { ChipsEditor } from './ChipsEditor.tsx';
import { ChoiceEditor } from './ChoiceEditor.tsx';
import { DateEditor } from './DateEditor.tsx';
import type { EditorProps } from './EditorProps.ts';
import { LinkEditor } from './LinkEditor.tsx';
import { ListEditor } from './ListEditor.tsx';
import { NumberEditor } from './NumberEditor.tsx';
import { PartsEditor } from './PartsEditor.tsx';
import { TextEditor } from './TextEditor.tsx';
import { ValueShown } from './ValueShown.tsx';
import { YesNoEditor } from './YesNoEditor.tsx';

const EDITORS: Readonly<Record<Editor['editor'], ComponentType<EditorProps>>> = {
  text: TextEditor,
  longText: TextEditor,
  number: NumberEditor,
  yesNo: YesNoEditor,
  choice: ChoiceEditor,
  choices: ChoiceEditor,
  chips: ChipsEditor,
  link: LinkEditor,
  date: DateEditor,
  time: DateEditor,
  zone: DateEditor,
  parts: (props) => <PartsEditor {...props} Inner={FieldEditor} />,
  list: (props) => <ListEditor {...props} Inner={FieldEditor} />,
  richText: RichTextField,
  attachments: AttachmentsShown,
  shown: ValueShown,
};

/** The editor of one value, whatever it is: see `chooseEditor`. */
export function FieldEditor(props: EditorProps) {
  const Chosen = EDITORS[props.editor.editor];
  return <Chosen {...props} />;
}
