import { createRoot } from 'react-dom/client';
import { Application } from './application/Application.tsx';
import { pickHost } from './host/pickHost.ts';
import { speak, systemLanguage } from './language/language.ts';
import { Window } from './Window.tsx';

const root = document.getElementById('root');
const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';

// The library that stops a page from scrolling behind a dialog adds a style of its own: it asks for the nonce here.
Object.assign(globalThis, { __webpack_nonce__: nonce });

speak(systemLanguage());
if (root !== null) {
  createRoot(root).render(
    <Application host={pickHost()}>
      <Window nonce={nonce} />
    </Application>,
  );
}
