namespace Orrery.Contracts.Instances;

/// <summary>What is wrong with an instance, as it is declared from outside.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Check">The check that fails.</param>
/// <param name="IsSilent">Whether nothing is heard of the check, rather than that it fails.</param>
/// <param name="From">Since when.</param>
/// <param name="To">When it ends by itself; null: when it is mended.</param>
public sealed record Impairment(
    string InstanceId, CheckKind Check, bool IsSilent, DateTimeOffset From, DateTimeOffset? To);
