import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';

/** The demo portal. Plugins come from the dependencies of this package (`app.packages: all` in app-config). */
export default createApp({
  features: [navModule, signInModule],
});
