using System.Collections.Immutable;
using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>What was and is wrong with an instance. It outlives the instance, as metrics do.</summary>
public sealed record InstanceHealthRecord
{
    /// <summary>The instance.</summary>
    public required InstanceId Id { get; init; }

    /// <summary>All impairments, in order of their beginning.</summary>
    public ImmutableArray<ImpairmentRecord> Impairments { get; init; } = [];

    /// <summary>When it was recovered on other hardware.</summary>
    public ImmutableArray<DateTimeOffset> Recoveries { get; init; } = [];
}
