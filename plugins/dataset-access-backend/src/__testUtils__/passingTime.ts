/** Lets the time pass by which a process measures how old its knowledge is. */
export function passingTime() {
  const started = Math.ceil(performance.now()); // whole, so that differences are exact
  let passed = 0;
  const spy = jest
    .spyOn(performance, 'now')
    .mockImplementation(() => started + passed);
  return {
    pass: (ms: number) => {
      passed += ms;
    },
    restore: () => spy.mockRestore(),
  };
}
