using Orrery.Services.AutoScaling.Ids;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Records;

/// <summary>An instance refresh, under way or in the history.</summary>
public sealed record RefreshRecord
{
    /// <summary>Its group and its place there: the newest is first.</summary>
    public required ScalingKey Key { get; init; }

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its group.</summary>
    public required string Group { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset Asked { get; init; }

    /// <summary>How it stands.</summary>
    public required InstanceRefreshStatus Status { get; init; }

    /// <summary>Why it stands so.</summary>
    public string? Reason { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>What it keeps to.</summary>
    public required RefreshTermsRecord Terms { get; init; }

    /// <summary>
    /// The template that the group gets if it succeeds; null to replace with what the group has anyway.
    /// </summary>
    public TemplateRecord? Desired { get; init; }

    /// <summary>The mixed instances policy that the group gets with it; null for none.</summary>
    public MixedRecord? DesiredMixed { get; init; }

    /// <summary>How many successors are in service and warmed up.</summary>
    public int Replaced { get; init; }

    /// <summary>How much is replaced, in percent.</summary>
    public int Percent { get; init; }

    /// <summary>How many are still to be replaced.</summary>
    public int ToUpdate { get; init; }

    /// <summary>How many stale instances the warm pool had when it began; null where there was no pool.</summary>
    public int? PoolSize { get; init; }

    /// <summary>How many of those are still to be replaced.</summary>
    public int PoolToUpdate { get; init; }

    /// <summary>The last checkpoint at which it paused.</summary>
    public int Passed { get; init; }

    /// <summary>When its pause ends.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>When it has waited long enough at its end.</summary>
    public DateTimeOffset? BakesUntil { get; init; }

    /// <summary>When it last came further; null while its process is suspended.</summary>
    public DateTimeOffset? Progressed { get; init; }

    /// <summary>Its rollback.</summary>
    public RollbackRecord? Rollback { get; init; }

    /// <summary>What instances are marked with that it launches; those of a rollback differ.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Mark => Rollback is null ? Id : $"{Id}/rollback";

    /// <summary>Whether it, or its rollback, replaces instances.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsAtWork => Status is InstanceRefreshStatus.InProgress or InstanceRefreshStatus.RollbackInProgress;

    /// <summary>How much of the warm pool is replaced, in percent.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int PoolPercent => PoolSize is > 0 and var size ? 100 * (size - PoolToUpdate) / size : 100;

    /// <summary>Whether the group launches from the desired configuration meanwhile.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsForward => Status is InstanceRefreshStatus.Pending or InstanceRefreshStatus.InProgress
        or InstanceRefreshStatus.Baking;
}
