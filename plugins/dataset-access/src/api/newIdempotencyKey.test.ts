import { newIdempotencyKey } from './newIdempotencyKey';

describe('newIdempotencyKey', () => {
  it('is one that the API takes', () => {
    expect(newIdempotencyKey()).toMatch(/^[A-Za-z0-9_.:-]{8,100}$/);
  });

  it('is another one each time', () => {
    const keys = Array.from({ length: 1000 }, newIdempotencyKey);

    expect(new Set(keys).size).toBe(1000);
  });
});
