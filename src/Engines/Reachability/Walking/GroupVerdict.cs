using Orrery.Engines.Reachability.Model;

namespace Orrery.Engines.Reachability.Walking;

/// <summary>What the security groups of an interface say: the rule that allows, or the code of the refusal.</summary>
internal readonly record struct GroupVerdict(string GroupId, SecurityGroupRule? Rule, string? Code);
