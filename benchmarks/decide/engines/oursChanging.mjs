import { Random } from '../random.mjs';
import { Reference } from '../reference.mjs';
import { Aim } from '../requests.mjs';
import { quantile } from '../Meter.mjs';
import { makeEngine as makeOurs, ruleFacts } from './ours.mjs';

/** Our engine while rules come and go and everybody who asks has a table. */
export async function makeEngine(surroundings) {
  const { world, closures, requests, now } = surroundings;
  const ours = await makeOurs(surroundings);
  const random = new Random(world.seed + 2);
  const reference = new Reference(world, closures);
  const aim = new Aim(world, closures, random);
  const users = [...new Set(requests.map(({ user }) => user))];

  return {
    ...ours,
    /** Takes rules away and puts them back; each must be obeyed by the next decision. */
    changeRound(milliseconds) {
      const index = ours.index();
      const samples = [];
      let checked = 0;
      let wrong = 0;
      const deadline = performance.now() + milliseconds;
      while (performance.now() < deadline) {
        const rule = random.oneOf(world.rules);
        const changed = ruleFacts(rule, now);
        const request = aim.at(rule);
        warmAll(index);
        samples.push(time(() => index.deleteRule(changed)));
        check(rule);
        warmAll(index);
        samples.push(time(() => index.setRule(changed)));
        check();

        function check(without) {
          if (request === undefined) return;
          const right = reference.isAllowed(request, without);
          const answer = ours.decide(request, now);
          checked += 1;
          if (answer !== right) wrong += 1;
        }
      }
      samples.sort((a, b) => a - b);
      return {
        p50: quantile(samples, 0.5),
        p99: quantile(samples, 0.99),
        max: samples.at(-1),
        samples: samples.length,
        checked,
        wrong,
      };
    },
  };

  function warmAll(index) {
    users.forEach(user => index.view(user));
  }
}

/** In microseconds. */
function time(change) {
  const before = process.hrtime.bigint();
  change();
  return Number(process.hrtime.bigint() - before) / 1000;
}
