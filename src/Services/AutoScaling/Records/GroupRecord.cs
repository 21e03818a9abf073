using System.Collections.Immutable;
using Orrery.Services.AutoScaling.Ids;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Records;

/// <summary>An Auto Scaling group. Its instances, hooks, policies and schedules are found by index.</summary>
public sealed record GroupRecord
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The least that it may desire.</summary>
    public required int Min { get; init; }

    /// <summary>The most that it may desire.</summary>
    public required int Max { get; init; }

    /// <summary>What it desires.</summary>
    public required int Desired { get; init; }

    /// <summary>Seconds of cooldown after a simple policy.</summary>
    public int DefaultCooldown { get; init; } = 300;

    /// <summary>Where it launches.</summary>
    public required ImmutableArray<PlaceRecord> Places { get; init; }

    /// <summary>Whether its subnets were named, rather than zones.</summary>
    public bool NamesSubnets { get; init; }

    /// <summary>EC2, ELB or EBS, or several with commas between.</summary>
    public string HealthCheckType { get; init; } = "EC2";

    /// <summary>Seconds in which failing checks of a new instance do not count.</summary>
    public int Grace { get; init; }

    /// <summary>The launch configuration.</summary>
    public string? LaunchConfiguration { get; init; }

    /// <summary>The launch template; that of the mixed instances policy where there is one.</summary>
    public TemplateRecord? Template { get; init; }

    /// <summary>The mixed instances policy.</summary>
    public MixedRecord? Mixed { get; init; }

    /// <summary>What capacity is counted in: units, vcpu or memory-mib; null where it was not said.</summary>
    public string? CapacityType { get; init; }

    /// <summary>The placement group.</summary>
    public string? PlacementGroup { get; init; }

    /// <summary>What decides which instance goes.</summary>
    public ImmutableArray<string> TerminationPolicies { get; init; } = ["Default"];

    /// <summary>Whether new instances are protected from scaling in.</summary>
    public bool ProtectsNew { get; init; }

    /// <summary>Whether Spot Instances at risk are replaced ahead.</summary>
    public bool CapacityRebalance { get; init; }

    /// <summary>Seconds that an instance lives at most; 0 for no end.</summary>
    public int MaxLifetime { get; init; }

    /// <summary>Seconds until a new instance counts; null where policies say it.</summary>
    public int? Warmup { get; init; }

    /// <summary>What was given as context.</summary>
    public string? Context { get; init; }

    /// <summary>What may delete it.</summary>
    public DeletionProtection? DeletionProtection { get; init; }

    /// <summary>Whether a zone that is short leaves the group short.</summary>
    public bool BalancedOnly { get; init; }

    /// <summary>The service-linked role.</summary>
    public required string RoleArn { get; init; }

    /// <summary>What becomes of instances whose hooks of termination are abandoned; null where that was not
    /// said.</summary>
    public RetentionAction? OnAbandon { get; init; }

    /// <summary>Its warm pool.</summary>
    public WarmPoolRecord? Pool { get; init; }

    /// <summary>What is suspended, and why.</summary>
    public ImmutableSortedDictionary<string, string> Suspended { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Since when each group metric is collected.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> Metrics { get; init; } =
        ImmutableSortedDictionary<string, DateTimeOffset>.Empty;

    /// <summary>Its tags, by key.</summary>
    public ImmutableArray<TagRecord> Tags { get; init; } = [];

    /// <summary>Who is told of what.</summary>
    public ImmutableArray<NotificationRecord> Notifications { get; init; } = [];

    /// <summary>Why it desires what it desires, until it has it.</summary>
    public ChangeRecord? Change { get; init; }

    /// <summary>Whether it is being deleted.</summary>
    public bool IsDeleting { get; init; }

    /// <summary>Zones, or pools of a mixed group, that had no room, and when they are tried again.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> FullZones { get; init; } =
        ImmutableSortedDictionary<string, DateTimeOffset>.Empty;

    /// <summary>How often in a row nothing could be launched.</summary>
    public int Failures { get; init; }

    /// <summary>Before when nothing is launched again.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>When an instance was last moved to balance the zones of a mixed group.</summary>
    public DateTimeOffset? MovedAt { get; init; }

    /// <summary>When the last scaling activity ended.</summary>
    public DateTimeOffset? LastActivity { get; init; }

    /// <summary>What has to be healthy while instances are replaced.</summary>
    public MaintenanceRecord? Maintenance { get; init; }

    /// <summary>The instance refresh that is under way.</summary>
    public ScalingKey? Refresh { get; init; }

    /// <summary>Its key.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ScalingKey Key => new(Name);

    /// <summary>Whether a process is suspended.</summary>
    public bool Suspends(string process) => Suspended.ContainsKey(process);
}
