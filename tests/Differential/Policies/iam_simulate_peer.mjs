// Reads cases as lines of JSON, asks the npm package @cloud-copilot/iam-simulate, and writes its answers as lines.
// The package is used from where npm put it, named by the first argument; nothing of it is kept here. Its engine is
// asked directly, because the doors in front of it drop session policies or context keys that an action does not list.
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

const home = process.argv[2] + '/node_modules/@cloud-copilot/'
const load = path => import(pathToFileURL(home + path).href)
const { authorize } = await load('iam-simulate/dist/esm/core_engine/CoreSimulatorEngine.js')
const { AwsRequestImpl } = await load('iam-simulate/dist/esm/request/request.js')
const { RequestContextImpl } = await load('iam-simulate/dist/esm/requestContext.js')
const { DiscoveryContextKeyConstraints } = await load('iam-simulate/dist/esm/context_keys/discoveryContextKeyConstraints.js')
const { loadPolicy } = await load('iam-policy/dist/esm/index.js')

const named = (name, policy) => policy ? loadPolicy(policy, { name }) : undefined
const list = (prefix, policies) => policies.map((policy, i) => named(prefix + i, policy))
const levels = (prefix, all) => all.map((policies, i) => ({ orgIdentifier: prefix + i, policies: list(prefix, policies) }))
const simulationParameters = {
  simulationMode: 'Strict', discoveryContextKeyConstraints: new DiscoveryContextKeyConstraints([]),
}

for await (const line of createInterface({ input: process.stdin })) {
  const one = JSON.parse(line)
  const resource = { resource: one.resource, accountId: one.resourceAccount }
  let answer
  try {
    answer = authorize({
      request: new AwsRequestImpl(one.principal, resource, one.action, new RequestContextImpl(one.context)),
      sessionPolicy: named('session', one.session),
      identityPolicies: list('identity', one.identity),
      serviceControlPolicies: levels('scp', one.scps),
      resourceControlPolicies: levels('rcp', one.rcps),
      resourcePolicy: named('resource', one.resourcePolicy),
      permissionBoundaries: one.boundary ? [named('boundary', one.boundary)] : undefined,
      vpcEndpointPolicies: undefined,
      simulationParameters,
      serviceSettings: {},
    }).result
  } catch (problem) {
    answer = 'error: ' + problem.message
  }

  process.stdout.write(answer + '\n')
}
