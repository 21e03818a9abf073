using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.SecurityGroups;

/// <summary>What Revoke is given: ids, or else what the rules say.</summary>
/// <param name="RuleIds">The ids, when given.</param>
/// <param name="Permissions">The rules, when no ids are given.</param>
internal sealed record RevokedRules(IReadOnlyList<string>? RuleIds, IReadOnlyList<IpPermission> Permissions);
