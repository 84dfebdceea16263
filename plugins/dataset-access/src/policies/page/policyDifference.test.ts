import { aPolicy, contentOf } from '../../__testUtils__/policies';
import { policyDifference, readContent } from './policyDifference';

const content = readContent(contentOf(aPolicy()))!;

describe('what became of a policy', () => {
  it('is nothing when nothing changed', () => {
    expect(policyDifference(content, structuredClone(content))).toEqual({
      privilegesAdded: [],
      privilegesRemoved: [],
      actorsAdded: [],
      actorsRemoved: [],
    });
  });

  it('tells a user from a role of the same name', () => {
    const { actorsAdded, actorsRemoved } = policyDifference(
      { ...content, actors: { roles: ['admin'] } },
      { ...content, actors: { users: ['admin'] } },
    );

    expect(actorsAdded).toEqual([{ kind: 'user', id: 'admin' }]);
    expect(actorsRemoved).toEqual([{ kind: 'role', id: 'admin' }]);
  });
});

describe('what a history keeps', () => {
  it.each([undefined, null, 'text', {}, { name: 'x' }, { name: 1 }])(
    'is not made up where it has another shape: %p',
    facts => {
      expect(readContent(facts)).toBeUndefined();
    },
  );
});
