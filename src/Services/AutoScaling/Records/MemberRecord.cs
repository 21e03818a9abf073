using System.Collections.Immutable;
using Orrery.Services.AutoScaling.Ids;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Records;

/// <summary>An instance of a group.</summary>
public sealed record MemberRecord
{
    /// <summary>The instance.</summary>
    public required string Id { get; init; }

    /// <summary>Its group.</summary>
    public required string Group { get; init; }

    /// <summary>Its zone.</summary>
    public required string Zone { get; init; }

    /// <summary>The zone's id.</summary>
    public required string ZoneId { get; init; }

    /// <summary>Its subnet.</summary>
    public required string SubnetId { get; init; }

    /// <summary>Its type.</summary>
    public required string InstanceType { get; init; }

    /// <summary>Its image.</summary>
    public required string ImageId { get; init; }

    /// <summary>When it was launched.</summary>
    public required DateTimeOffset Launched { get; init; }

    /// <summary>The launch configuration that it was launched from.</summary>
    public string? LaunchConfiguration { get; init; }

    /// <summary>When that was made: the oldest goes first.</summary>
    public DateTimeOffset? ConfigurationMade { get; init; }

    /// <summary>The launch template that it was launched from; its version is a number.</summary>
    public TemplateRecord? Template { get; init; }

    /// <summary>Where in its life it is.</summary>
    public required LifecycleState State { get; init; }

    /// <summary>Whether it is a Spot Instance.</summary>
    public bool IsSpot { get; init; }

    /// <summary>What it counts, where the group has weights.</summary>
    public int? Units { get; init; }

    /// <summary>Since when EC2 recommends to replace it.</summary>
    public DateTimeOffset? RiskSince { get; init; }

    /// <summary>Whether it is protected from scaling in.</summary>
    public bool IsProtected { get; init; }

    /// <summary>
    /// Why it is unhealthy, as causes say it: an EC2 instance status checks failure; null for healthy.
    /// </summary>
    public string? Sickness { get; init; }

    /// <summary>Since when it is in service.</summary>
    public DateTimeOffset? ServiceSince { get; init; }

    /// <summary>Whether it was launched beyond the desired capacity, so that another one can go.</summary>
    public bool IsExtra { get; init; }

    /// <summary>From where it comes on its present way; null for EC2.</summary>
    public Whereabouts? Origin { get; init; }

    /// <summary>Whether it was launched ahead of one that goes, and is no surplus therefore.</summary>
    public bool IsSuccessor { get; init; }

    /// <summary>The refresh, or the rollback, during which it was launched.</summary>
    public string? MadeBy { get; init; }

    /// <summary>Whether the refresh that is under way is to replace it.</summary>
    public bool IsStale { get; init; }

    /// <summary>The activity that is under way with it.</summary>
    public ScalingKey? Activity { get; init; }

    /// <summary>The hooks that it waits for.</summary>
    public ImmutableArray<HookWaitRecord> Waits { get; init; } = [];

    /// <summary>Its key.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ScalingKey Key => new(Id);

    /// <summary>What it counts.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Weight => Units ?? 1;

    /// <summary>Whether it comes.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsPending => State is LifecycleState.Pending or LifecycleState.PendingWait
        or LifecycleState.PendingProceed;

    /// <summary>Whether it counts to the capacity.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool Counts => IsPending || State == LifecycleState.InService;

    /// <summary>Whether it goes.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsTerminating => State is LifecycleState.Terminating or LifecycleState.TerminatingWait
        or LifecycleState.TerminatingProceed or LifecycleState.WarmedTerminating
        or LifecycleState.WarmedTerminatingWait or LifecycleState.WarmedTerminatingProceed;

    /// <summary>Whether it comes into the warm pool.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsWarming => State is LifecycleState.WarmedPending or LifecycleState.WarmedPendingWait
        or LifecycleState.WarmedPendingProceed;

    /// <summary>Whether it is ready in the warm pool.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsWarmed => State is LifecycleState.WarmedStopped
        or LifecycleState.WarmedHibernated or LifecycleState.WarmedRunning;

    /// <summary>Whether it is kept, beside the group, because a hook of its termination was abandoned.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsRetained => State is LifecycleState.TerminatingRetained or LifecycleState.WarmedPendingRetained
        or LifecycleState.WarmedTerminatingRetained;

    /// <summary>Whether it is in the warm pool, and not in the group.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsWarm => IsWarming || IsWarmed || State is LifecycleState.WarmedTerminating
        or LifecycleState.WarmedTerminatingWait or LifecycleState.WarmedTerminatingProceed
        or LifecycleState.WarmedPendingRetained or LifecycleState.WarmedTerminatingRetained;
}
