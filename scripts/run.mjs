// node scripts/run.mjs demo|start|verify|yarn [arguments…]
// Commands for a machine with nothing but Node and npm; the others of package.json need Yarn and an install.
import { runDemo } from './demo.mjs';
import { yarn } from './toolchain.mjs';
import { runVerify } from './verify.mjs';

const commands = {
  demo: runDemo,
  start: runDevelopment,
  verify: runVerify,
  yarn,
};

const [name, ...args] = process.argv.slice(2);
if (!Object.hasOwn(commands, name ?? '')) {
  console.error(
    `Say what to run: ${Object.keys(commands).join(', ')}; not "${
      name ?? ''
    }".`,
  );
  process.exit(2);
}
process.exit(await commands[name](args));

/** The portal for work on it: what is changed in the frontend shows at once, on a port of its own. */
function runDevelopment(args) {
  const frontend = 'http://localhost:3000';
  return yarn(['backstage-cli', 'repo', 'start', ...args], {
    APP_CONFIG_app_baseUrl: frontend,
    APP_CONFIG_backend_cors_origin: frontend,
  });
}
