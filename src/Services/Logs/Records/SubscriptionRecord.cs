using Orrery.Services.Logs.Ids;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Records;

/// <summary>A subscription filter.</summary>
public sealed record SubscriptionRecord
{
    /// <summary>Group and name.</summary>
    public required PartKey Key { get; init; }

    /// <summary>The log group.</summary>
    public required string Group { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Which events it sends.</summary>
    public required string Pattern { get; init; }

    /// <summary>Where to.</summary>
    public required string DestinationArn { get; init; }

    /// <summary>The role by which it may.</summary>
    public string? RoleArn { get; init; }

    /// <summary>How events are spread over a stream's shards.</summary>
    public Distribution? Distribution { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreationTime { get; init; }
}
