namespace Orrery.Contracts.Instances;

/// <summary>An instance as groups see it.</summary>
public sealed record SuppliedInstance
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its type.</summary>
    public required string InstanceType { get; init; }

    /// <summary>Its image.</summary>
    public required string ImageId { get; init; }

    /// <summary>Where it is.</summary>
    public required SupplyPlace Place { get; init; }

    /// <summary>Where in its life it is.</summary>
    public required SuppliedState State { get; init; }

    /// <summary>When it was last started.</summary>
    public required DateTimeOffset LaunchTime { get; init; }

    /// <summary>Whether it hibernates: its memory lies on its root volume.</summary>
    public bool IsHibernated { get; init; }

    /// <summary>Whether it is a Spot Instance.</summary>
    public bool IsSpot { get; init; }

    /// <summary>When it was told that it is at risk of interruption; null where it was not.</summary>
    public DateTimeOffset? RebalanceAt { get; init; }

    /// <summary>Since when the system or instance check fails; null where both pass or are not known.</summary>
    public DateTimeOffset? ImpairedSince { get; init; }

    /// <summary>Since when the check of its volumes fails.</summary>
    public DateTimeOffset? VolumesImpairedSince { get; init; }
}
