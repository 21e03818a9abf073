using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>
/// An instance. Its interfaces, with their addresses and groups, are found by index; what its type and its image say is
/// looked up.
/// </summary>
public sealed record InstanceRecord
{
    /// <summary>The id.</summary>
    public required InstanceId Id { get; init; }

    /// <summary>The launch that it came from: r- and 17 hexadecimal digits.</summary>
    public required string ReservationId { get; init; }

    /// <summary>Its place among those launched together.</summary>
    public int LaunchIndex { get; init; }

    /// <summary>The token of its launch.</summary>
    public string? ClientToken { get; init; }

    /// <summary>The image that it was launched from.</summary>
    public required string ImageId { get; init; }

    /// <summary>For example t3.micro.</summary>
    public required string InstanceType { get; init; }

    /// <summary>For example x86_64.</summary>
    public required string Architecture { get; init; }

    /// <summary>Where in its life it is.</summary>
    public required InstanceStateName State { get; init; }

    /// <summary>Why it is there.</summary>
    public InstanceStateReasonRecord? StateReason { get; init; }

    /// <summary>Who moved it there and when, in words.</summary>
    public string StateTransitionReason { get; init; } = "";

    /// <summary>When it was last started.</summary>
    public required DateTimeOffset LaunchTime { get; init; }

    /// <summary>When it was launched.</summary>
    public required DateTimeOffset CreateTime { get; init; }

    /// <summary>How often it booted, or awoke: 1 after its launch.</summary>
    public int Boots { get; init; } = 1;

    /// <summary>Since when its status checks pass; null while they are initializing.</summary>
    public DateTimeOffset? ChecksPassedAt { get; init; }

    /// <summary>The key pair whose public key it was given.</summary>
    public string? KeyName { get; init; }

    /// <summary>The subnet of its primary interface.</summary>
    public required SubnetId SubnetId { get; init; }

    /// <summary>Its VPC.</summary>
    public required VpcId VpcId { get; init; }

    /// <summary>Its zone.</summary>
    public required string AvailabilityZone { get; init; }

    /// <summary>The id of its zone.</summary>
    public required string AvailabilityZoneId { get; init; }

    /// <summary>Default or dedicated.</summary>
    public required Tenancy Tenancy { get; init; }

    /// <summary>Whether its primary interface has a public address whenever it runs.</summary>
    public bool AssociatePublicIp { get; init; }

    /// <summary>In base64.</summary>
    public string? UserData { get; init; }

    /// <summary>Whether TerminateInstances is refused.</summary>
    public bool DisableApiTermination { get; init; }

    /// <summary>Whether StopInstances is refused.</summary>
    public bool DisableApiStop { get; init; }

    /// <summary>What it does when it shuts itself down.</summary>
    public ShutdownBehavior ShutdownBehavior { get; init; } = ShutdownBehavior.Stop;

    /// <summary>Detailed monitoring.</summary>
    public MonitoringState Monitoring { get; init; } = MonitoringState.Disabled;

    /// <summary>How it reaches its metadata.</summary>
    public required InstanceMetadataOptionsRecord MetadataOptions { get; init; }

    /// <summary>What its private name is made of.</summary>
    public required HostnameType HostnameType { get; init; }

    /// <summary>Whether its resource name resolves to its IPv4 address.</summary>
    public bool EnableResourceNameDnsARecord { get; init; }

    /// <summary>Whether its resource name resolves to its IPv6 address.</summary>
    public bool EnableResourceNameDnsAaaaRecord { get; init; }

    /// <summary>Standard or unlimited; null where its type is not burstable.</summary>
    public string? CpuCredits { get; init; }

    /// <summary>Its cores and threads; null for those of its type.</summary>
    public CpuOptionsRecord? Cpu { get; init; }

    /// <summary>Whether it is recovered on other hardware by itself.</summary>
    public InstanceAutoRecoveryState AutoRecovery { get; init; } = InstanceAutoRecoveryState.Default;

    /// <summary>Whether a reboot may move it to other hardware.</summary>
    public InstanceRebootMigrationState RebootMigration { get; init; } = InstanceRebootMigrationState.Default;

    /// <summary>The name of its root device; null for one of before there were volumes.</summary>
    public string? RootDevice { get; init; }

    /// <summary>Whether it was launched so.</summary>
    public bool EbsOptimized { get; init; }

    /// <summary>Whether it was launched so that it can hibernate.</summary>
    public bool CanHibernate { get; init; }

    /// <summary>Whether its memory lies on its root volume, or goes there.</summary>
    public bool IsHibernated { get; init; }

    /// <summary>The request that a Spot Instance came from; null for one that is On-Demand.</summary>
    public string? SpotRequestId { get; init; }

    /// <summary>When it was told that it may be interrupted before long.</summary>
    public DateTimeOffset? RebalanceAt { get; init; }

    /// <summary>The notice of its interruption.</summary>
    public SpotNoticeRecord? SpotNotice { get; init; }

    /// <summary>Its place in a fleet.</summary>
    public FleetMemberRecord? Fleet { get; init; }

    /// <summary>The placement group that it is in.</summary>
    public string? PlacementGroupId { get; init; }

    /// <summary>Which Capacity Reservations it may run in; null for all that are open.</summary>
    public ReservationChoiceRecord? Reservation { get; init; }

    /// <summary>The Capacity Reservation that it is in while it runs.</summary>
    public string? CapacityReservationId { get; init; }

    /// <summary>Its partition of a partition placement group.</summary>
    public int? PartitionNumber { get; init; }
}
