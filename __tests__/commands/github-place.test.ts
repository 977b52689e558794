import { describe, expect, test } from '@jest/globals'
import {
  type Environment,
  parsePullTarget,
  parseRepositoryTarget,
  resolvePlace,
} from '../../src/commands/github-place.ts'

/** Where requests go, and above all: which token goes where. */

const TOKEN = { GH_TOKEN: 'secret' }

describe('the place', () => {
  test.each<[string, string | null, Environment, string, string]>([
    ['nothing said', null, TOKEN, 'https://api.github.com', 'secret'],
    ['github.com by address', 'github.com', TOKEN, 'https://api.github.com', 'secret'],
    ['www.github.com', 'www.github.com', TOKEN, 'https://api.github.com', 'secret'],
    ['the other name of the variable', null, { GITHUB_TOKEN: 'x' }, 'https://api.github.com', 'x'],
    ['both: GH_TOKEN', null, { ...TOKEN, GITHUB_TOKEN: 'x' }, 'https://api.github.com', 'secret'],
    ['an empty one', null, { GH_TOKEN: '', GITHUB_TOKEN: 'x' }, 'https://api.github.com', 'x'],
    ['another host', 'evil.example', TOKEN, 'https://evil.example/api/v3', ''],
    [
      'a host that looks like it',
      'github.com.evil.example',
      TOKEN,
      'https://github.com.evil.example/api/v3',
      '',
    ],
    ['a host with another port', 'github.com:8443', TOKEN, 'https://github.com:8443/api/v3', ''],
    [
      'GH_HOST',
      null,
      { ...TOKEN, GH_HOST: 'ghe.acme.example' },
      'https://ghe.acme.example/api/v3',
      'secret',
    ],
    [
      'GH_HOST and its address',
      'ghe.acme.example',
      { ...TOKEN, GH_HOST: 'GHE.acme.example' },
      'https://ghe.acme.example/api/v3',
      'secret',
    ],
    [
      'GH_HOST and github.com',
      'github.com',
      { ...TOKEN, GH_HOST: 'ghe.acme.example' },
      'https://api.github.com',
      '',
    ],
    [
      'a hosted tenant',
      null,
      { ...TOKEN, GH_HOST: 'acme.ghe.com' },
      'https://api.acme.ghe.com',
      'secret',
    ],
    [
      'an API address',
      null,
      { ...TOKEN, GITHUB_API_URL: 'https://ghe.acme.example/api/v3/' },
      'https://ghe.acme.example/api/v3',
      'secret',
    ],
    [
      'an API address and another host',
      'evil.example',
      { ...TOKEN, GITHUB_API_URL: 'https://api.github.com' },
      'https://evil.example/api/v3',
      '',
    ],
    [
      'a proxy for github.com',
      'github.com',
      { ...TOKEN, GITHUB_API_URL: 'http://127.0.0.1:1' },
      'http://127.0.0.1:1',
      'secret',
    ],
    [
      'a proxy and another host',
      'evil.example',
      { ...TOKEN, GITHUB_API_URL: 'http://127.0.0.1:1' },
      'https://evil.example/api/v3',
      '',
    ],
    [
      'a proxy for a server',
      null,
      {
        ...TOKEN,
        GITHUB_API_URL: 'https://proxy.example',
        GITHUB_SERVER_URL: 'https://ghe.acme.example',
      },
      'https://proxy.example',
      'secret',
    ],
  ])('%s', (_name, host, env, apiUrl, token) => {
    expect(resolvePlace(host, env)).toMatchObject({ apiUrl, token })
  })

  test('the token for teams goes where the token goes', () => {
    const env = { ...TOKEN, COUNTERSIGN_TEAM_TOKEN: 'teams' }
    expect(resolvePlace(null, env).teamToken).toBe('teams')
    expect(resolvePlace('evil.example', env)).toMatchObject({ teamToken: '', token: '' })
  })

  test('a token that is kept back is named, and where it would go', () => {
    expect(resolvePlace('evil.example', TOKEN).withheld).toEqual({
      name: 'GH_TOKEN',
      host: 'github.com',
    })
    expect(resolvePlace('evil.example', {}).withheld).toBeNull()
  })

  test.each<[string, Environment]>([
    ['an address in the clear', { GITHUB_API_URL: 'http://ghe.acme.example/api/v3' }],
    ['a name before the host', { GITHUB_API_URL: 'https://github.com@evil.example' }],
    ['no address', { GITHUB_API_URL: 'ghe' }],
    ['a host that is none', { GH_HOST: 'a b/c' }],
  ])('refuses %s', (_name, env) => {
    expect(() => resolvePlace(null, env)).toThrow(/GITHUB_API_URL|GH_HOST/)
  })
})

describe('targets', () => {
  test.each([
    ['acme/shop#7', null, 7],
    ['https://github.com/acme/shop/pull/7', 'github.com', 7],
    ['https://github.com/acme/shop/pull/12/files?w=1#diff', 'github.com', 12],
    ['https://ghe.acme.example:8443/acme/shop/pull/7', 'ghe.acme.example:8443', 7],
  ])('%s', (text, host, number) => {
    expect(parsePullTarget(text)).toEqual({ host, owner: 'acme', repo: 'shop', number })
  })

  test.each([
    'acme/shop',
    'acme/shop#',
    'acme/shop#-1',
    'acme/shop#7x',
    'acme/shop/x#7',
    'a b/shop#7',
    '#7',
    '',
    'https://github.com/acme/shop/pull/7x',
    'https://github.com/acme/shop/pulls/7',
    './x#7',
    'acme/..#7',
  ])('%s is no pull request', (text) => {
    expect(() => parsePullTarget(text)).toThrow('names no pull request')
  })

  test.each([
    ['acme/shop', null],
    ['acme/shop.git', null],
    ['https://github.com/acme/shop', 'github.com'],
    ['https://github.com/acme/shop.git', 'github.com'],
    ['https://github.com/acme/shop/', 'github.com'],
  ])('%s', (text, host) => {
    expect(parseRepositoryTarget(text)).toEqual({ host, owner: 'acme', repo: 'shop' })
  })

  test.each([
    'shop',
    'acme/shop/x',
    'https://github.com/acme',
    'http://github.com/acme/shop',
    '../x',
  ])('%s is no repository', (text) => {
    expect(() => parseRepositoryTarget(text)).toThrow('names no repository')
  })
})
