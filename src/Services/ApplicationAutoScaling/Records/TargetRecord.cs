using System.Collections.Immutable;
using Orrery.Operations.Tagging;
using Orrery.Services.ApplicationAutoScaling.Ids;

namespace Orrery.Services.ApplicationAutoScaling.Records;

/// <summary>A scalable target: a capacity of a resource, and between what it may be.</summary>
public sealed record TargetRecord
{
    /// <summary>The namespace of its service.</summary>
    public required string Namespace { get; init; }

    /// <summary>What of it scales.</summary>
    public required string Dimension { get; init; }

    /// <summary>The resource.</summary>
    public required string Resource { get; init; }

    /// <summary>Its ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>When it was registered.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The role by which its capacity is changed.</summary>
    public required string RoleArn { get; init; }

    /// <summary>The least capacity.</summary>
    public int Min { get; init; }

    /// <summary>The most capacity.</summary>
    public int Max { get; init; }

    /// <summary>Whether no policy scales in.</summary>
    public bool SuspendsIn { get; init; }

    /// <summary>Whether no policy scales out.</summary>
    public bool SuspendsOut { get; init; }

    /// <summary>Whether no scheduled action runs.</summary>
    public bool SuspendsSchedules { get; init; }

    /// <summary>Its tags.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init; } = TagSet.Empty;

    /// <summary>The last change by a policy.</summary>
    public MoveRecord? Last { get; init; }

    /// <summary>The activity whose change has not been fulfilled yet.</summary>
    public ScalableKey? Open { get; init; }

    /// <summary>Its key.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ScalableKey Key => ScalableKey.Of(Namespace, Dimension, Resource);
}
