import { msg } from '@lingui/core/macro';
import { i18n } from '../../../language/language.ts';
import bar from '../../redacted/redacted.module.css';
import { Redacted } from '../schema/redacted.ts';

/** Passages that were blacked out as bars, with the word that is read aloud. */
export const RedactedBars = Redacted.extend({
  addNodeView() {
    return () => {
      const dom = document.createElement('span');
      dom.className = bar.bar ?? '';
      dom.dataset.redacted = '';
      dom.textContent = i18n._(msg`redacted`);
      return { dom, ignoreMutation: () => true };
    };
  },
});
