import { fork } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** An engine in a process of its own, told what to do by messages. */
export class Contestant {
  #engine;
  #process;

  constructor(engine) {
    this.#engine = engine;
    this.#process = startProcess('contestantProcess.mjs', ['--expose-gc']);
  }

  ask(task, rest = {}) {
    return answerOf(this.#process, { task, ...rest }, this.#engine);
  }

  stop() {
    this.#process.kill();
  }
}

/** What a process answers to one message; it has to end by itself. */
export async function askOnce(program, message) {
  return answerOf(startProcess(program), message, program);
}

function startProcess(program, nodeOptions = []) {
  return fork(join(here, program), {
    execArgv: ['--max-old-space-size=6144', ...nodeOptions],
    serialization: 'advanced',
  });
}

function answerOf(process, message, name) {
  return new Promise((resolve, reject) => {
    const ended = code => reject(new Error(`${name} ended, status ${code}`));
    process.once('exit', ended);
    process.once('message', ({ answer, error }) => {
      process.off('exit', ended);
      if (error) reject(new Error(`${name}: ${error}`));
      else resolve(answer);
    });
    process.send(message);
  });
}
