import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { z } from 'zod';
import { testConfig } from '../__testUtils__/testDirectory';
import { configSchema } from './configSchema';

/** What is in a list has no default of its own; below overrides, defaults are the general settings. */
const NO_DEFAULT =
  /^(overrides|approvers\.steps\.|preApprovals\.|privileges\.|responsibilities\.roles\.)/;

/** Documentation of every leaf key in config.d.ts, by dotted path. */
function documentedKeys(): Map<string, string> {
  const file = resolvePackagePath(
    'backstage-plugin-dataset-access-backend',
    'config.d.ts',
  );
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const config = source.statements.find(ts.isInterfaceDeclaration)!;
  return new Map(leaves(config.members, []));
}

function leaves(
  members: ts.NodeArray<ts.TypeElement>,
  path: string[],
): Array<[string, string]> {
  return members.filter(ts.isPropertySignature).flatMap(member => {
    const inner = [...path, member.name.getText()];
    const below = nested(member.type);
    return below
      ? leaves(below, inner)
      : [[inner.slice(1).join('.'), comment(member)]];
  });
}

/** The members of an object, or of the objects in a list. */
function nested(
  type: ts.TypeNode | undefined,
): ts.NodeArray<ts.TypeElement> | undefined {
  if (type && ts.isTypeLiteralNode(type)) {
    return type.members;
  }
  if (type && ts.isTypeReferenceNode(type)) {
    return nested(type.typeArguments?.[0]);
  }
  return undefined;
}

function comment(node: ts.Node): string {
  return ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map(({ comment: text }) => ts.getTextOfJSDocComment(text) ?? '')
    .join('\n');
}

/** The leaf keys of a schema, by dotted path. */
function schemaKeys(schema: z.core.$ZodType, path: string[] = []): string[] {
  if (
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodOptional
  ) {
    return schemaKeys(schema.unwrap(), path);
  }
  if (schema instanceof z.ZodArray && schema.element instanceof z.ZodObject) {
    return schemaKeys(schema.element, path);
  }
  if (schema instanceof z.ZodObject) {
    return Object.entries<z.core.$ZodType>(schema.shape).flatMap(
      ([key, value]) => schemaKeys(value, [...path, key]),
    );
  }
  return [path.join('.')];
}

/** A value as the documentation writes it. */
function written(value: unknown): string {
  return Array.isArray(value) ? `[${value.join(', ')}]` : String(value);
}

const documented = documentedKeys();

describe('config.d.ts', () => {
  it('documents every key there is, and none that is not', () => {
    const keys = schemaKeys(configSchema);

    expect(keys.length).toBeGreaterThan(40);
    expect([...documented.keys()].sort()).toEqual(keys.sort());
  });

  it.each([...documented].filter(([key]) => !NO_DEFAULT.test(key)))(
    'names the real default of %s',
    (key, text) => {
      const value = key
        .split('.')
        .reduce<unknown>(
          (section, name) => (section as Record<string, unknown>)[name],
          testConfig(),
        );
      const [, code] = /Default: `([^`]*)`(?:;[^.]*)?\.$/s.exec(text) ?? [];
      const isNothing = value === undefined || written(value) === '[]';

      expect(text).toMatch(/\bDefault: \S/);
      // a predicate is described, and nothing is not written as code
      expect(code).toBe(
        key === 'dataset.filter' || isNothing ? undefined : written(value),
      );
    },
  );
});
