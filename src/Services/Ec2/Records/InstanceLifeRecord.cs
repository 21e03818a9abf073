using System.Collections.Immutable;
using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>When an instance ran. It outlives the instance, as metrics do.</summary>
public sealed record InstanceLifeRecord
{
    /// <summary>The instance.</summary>
    public required InstanceId Id { get; init; }

    /// <summary>Its image.</summary>
    public required string ImageId { get; init; }

    /// <summary>Its zone; null for lives written down before zones were.</summary>
    public string? Zone { get; init; }

    /// <summary>Whether it is a Spot Instance.</summary>
    public bool IsSpot { get; init; }

    /// <summary>When it ran, in order of time.</summary>
    public ImmutableArray<LifeSpanRecord> Spans { get; init; } = [];

    /// <summary>The tags that it had when it last changed: key=value.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Whether it ran for the last time before a minute.</summary>
    internal bool IsOverBy(long minute) => Spans.IsEmpty || Rules.Loads.Runs.To(Spans[^1]) <= minute;
}
