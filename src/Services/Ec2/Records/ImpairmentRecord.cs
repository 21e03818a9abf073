using Orrery.Contracts.Instances;

namespace Orrery.Services.Ec2.Records;

/// <summary>A while in which something was wrong with an instance.</summary>
/// <param name="Check">The check that fails.</param>
/// <param name="IsSilent">Whether nothing is heard of the check, rather than that it fails.</param>
/// <param name="From">When it began.</param>
/// <param name="To">When it ended or will end by itself; null: when it is mended.</param>
public sealed record ImpairmentRecord(CheckKind Check, bool IsSilent, DateTimeOffset From, DateTimeOffset? To);
