// Measures the community RBAC plugin's policy and ours in one portal, in turn. Started next to a PostgreSQL, which it finds
// through the environment; the first argument says what to measure, the second where to write what came out.
import { readFileSync, writeFileSync } from 'node:fs';
import { peerLoader } from '../../peers.mjs';
import { quantile } from '../Meter.mjs';
import { makeOurPolicy } from './ourPolicy.mjs';
import { makeRbacPolicy } from './rbacPolicy.mjs';
import { asPermission, makeRbacWorld } from './rbacWorld.mjs';

const CHANGES = 5;
/** Asked of ours between two looks at the clock. */
const BLOCK = 20;

const [input, output] = process.argv.slice(2);
const { worlds, rounds, milliseconds, folder, product, policyProduct } =
  JSON.parse(readFileSync(input, 'utf8'));
const peers = peerLoader(folder);
const statements = countStatements(peers.require('pg'));
const results = [];
for (const size of worlds) {
  results.push({ ...size, ...(await measure(size)) });
}
writeFileSync(output, JSON.stringify(results));
process.exit();

async function measure(size) {
  const world = makeRbacWorld(size);
  const connection = await makeDatabase(`rbac_${results.length}`);
  const rbac = await makeRbacPolicy({ peers, folder, connection, world });
  const ours = await makeOurPolicy({ product, policyProduct, world });
  const result = { rbac: [], ours: [], checked: 0, wrong: 0 };
  const requests = world.requests.map(request => ({
    ...request,
    permission: asPermission(request.permission),
  }));
  for (let round = 0; round <= rounds; round++) {
    const theirs = await askRbac(rbac, requests, round, result);
    const own = await askOurs(ours, requests, result);
    // the first round is for the compiler and the connections, and not counted
    if (round > 0) {
      result.rbac.push(theirs);
      result.ours.push(own);
    }
  }
  result.changes = await change({ rbac, ours, world }, result);
  const start = performance.now();
  await rbac.load();
  result.rbacLoadMs = performance.now() - start;
  await rbac.close();
  return result;
}

async function askRbac(rbac, requests, round, counts) {
  const samples = [];
  const statementsBefore = statements.count;
  const deadline = performance.now() + milliseconds;
  for (
    let at = round * 37;
    samples.length < 10 || performance.now() < deadline;
    at++
  ) {
    const { user, permission, right } = requests[at % requests.length];
    const start = performance.now();
    const answer = await rbac.allows(user, permission);
    samples.push(1000 * (performance.now() - start));
    counts.checked += 1;
    if (answer !== right) counts.wrong += 1;
  }
  return {
    ...summary(samples),
    statements: (statements.count - statementsBefore) / samples.length,
  };
}

async function askOurs(ours, requests, counts) {
  const samples = [];
  const statementsBefore = statements.count;
  const answers = new Array(BLOCK);
  const deadline = performance.now() + milliseconds / 4;
  for (let at = 0; performance.now() < deadline; at += BLOCK) {
    const first = at % requests.length;
    const start = process.hrtime.bigint();
    for (let one = 0; one < BLOCK; one++) {
      const { user, permission } = requests[first + one];
      answers[one] = await ours.allows(user, permission);
    }
    samples.push(Number(process.hrtime.bigint() - start) / 1000 / BLOCK);
    for (let one = 0; one < BLOCK; one++) {
      counts.checked += 1;
      if (answers[one] !== requests[first + one].right) counts.wrong += 1;
    }
  }
  return {
    ...summary(samples),
    statements: statements.count - statementsBefore,
  };
}

/** One more permission for a role, and back; the next decision has to know. */
async function change({ rbac, ours, world }, counts) {
  const result = { rbacAdd: [], rbacRemove: [], oursAdd: [], oursRemove: [] };
  const [{ user }] = world.requests;
  const { role } = world.held.find(({ subject }) => subject === user);
  const permission = asPermission(world.newPermission);
  const line = [role, world.newPermission, 'read', 'allow'];
  for (let at = 0; at < CHANGES; at++) {
    result.rbacAdd.push(await timed(() => rbac.addLine(line)));
    expect(await rbac.allows(user, permission), true);
    result.rbacRemove.push(await timed(() => rbac.removeLine(line)));
    expect(await rbac.allows(user, permission), false);
    result.oursAdd.push(await timed(() => ours.addLine(line)));
    expect(await ours.allows(user, permission), true);
    result.oursRemove.push(await timed(() => ours.removeLine(line)));
    expect(await ours.allows(user, permission), false);
  }
  return result;

  function expect(answer, right) {
    counts.checked += 1;
    if (answer !== right) counts.wrong += 1;
  }
}

/** In microseconds. */
async function timed(task) {
  const start = performance.now();
  await task();
  return 1000 * (performance.now() - start);
}

function summary(samples) {
  samples.sort((a, b) => a - b);
  return {
    p50: quantile(samples, 0.5),
    p99: quantile(samples, 0.99),
    samples: samples.length,
  };
}

async function makeDatabase(database) {
  const { POSTGRES_HOST, POSTGRES_PORT, POSTGRES_USER, POSTGRES_PASSWORD } =
    process.env;
  const connection = {
    host: POSTGRES_HOST,
    port: Number(POSTGRES_PORT),
    user: POSTGRES_USER,
    password: POSTGRES_PASSWORD,
  };
  const { Client } = peers.require('pg');
  const client = new Client({ ...connection, database: 'postgres' });
  await client.connect();
  await client.query(`create database ${database}`);
  await client.end();
  return { ...connection, database };
}

/** Everything that goes to the database goes through this method. */
function countStatements({ Client }) {
  const counter = { count: 0 };
  const { query } = Client.prototype;
  Client.prototype.query = function countedQuery(...args) {
    counter.count += 1;
    return query.apply(this, args);
  };
  return counter;
}
