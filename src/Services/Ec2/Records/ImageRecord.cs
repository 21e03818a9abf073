using System.Collections.Immutable;
using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>An image: one that an account made, or a public one of the catalogue.</summary>
public sealed record ImageRecord
{
    /// <summary>The id.</summary>
    public required ImageId Id { get; init; }

    /// <summary>The account that owns it.</summary>
    public required string OwnerId { get; init; }

    /// <summary>What the owner is called, for example amazon.</summary>
    public string? OwnerAlias { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>For example x86_64.</summary>
    public required string Architecture { get; init; }

    /// <summary>Windows, or null for all else.</summary>
    public string? Platform { get; init; }

    /// <summary>For example Linux/UNIX.</summary>
    public string PlatformDetails { get; init; } = "Linux/UNIX";

    /// <summary>What a bill calls its use.</summary>
    public string UsageOperation { get; init; } = "RunInstances";

    /// <summary>The name of its root device.</summary>
    public required string RootDevice { get; init; }

    /// <summary>The way in which it boots, or null for the type's default.</summary>
    public string? BootMode { get; init; }

    /// <summary>Whether its instances take metadata requests of version 2 only, unless launched otherwise.</summary>
    public bool RequiresMetadataV2 { get; init; }

    /// <summary>For example v2.0.</summary>
    public string? TpmSupport { get; init; }

    /// <summary>Whether it can use enhanced networking.</summary>
    public bool EnaSupport { get; init; } = true;

    /// <summary>When it was made, as AWS writes it.</summary>
    public required string CreationDate { get; init; }

    /// <summary>Whether it can use the older way of enhanced networking: simple, or null.</summary>
    public string? SriovNetSupport { get; init; }

    /// <summary>The request that made it: what its events name.</summary>
    public string? RequestId { get; init; }

    /// <summary>Pending, available, failed, disabled, or deregistered: then only its instances know it.</summary>
    public ImageState State { get; init; } = ImageState.Available;

    /// <summary>What went wrong.</summary>
    public InstanceStateReasonRecord? StateReason { get; init; }

    /// <summary>The volumes of its instances.</summary>
    public ImmutableArray<ImageDeviceRecord> Devices { get; init; } = [];

    /// <summary>The accounts that may launch it, besides its own.</summary>
    public ImmutableSortedSet<string> Users { get; init; } = [];

    /// <summary>Whether everybody may.</summary>
    public bool IsPublic { get; init; }

    /// <summary>From when on it is deprecated.</summary>
    public DateTimeOffset? DeprecateAt { get; init; }

    /// <summary>Whether it is kept from being deregistered.</summary>
    public bool Protected { get; init; }

    /// <summary>Whether that lasts a day longer than it is asked for.</summary>
    public bool ProtectedWithCooldown { get; init; }

    /// <summary>Until when it is still kept, after it was asked for no more.</summary>
    public DateTimeOffset? ProtectedUntil { get; init; }

    /// <summary>The instance that it was made of.</summary>
    public string? SourceInstanceId { get; init; }

    /// <summary>The image that it was copied from, or that its instance was launched from.</summary>
    public string? SourceImageId { get; init; }

    /// <summary>Where that is.</summary>
    public string? SourceImageRegion { get; init; }

    /// <summary>When it was last launched.</summary>
    public DateTimeOffset? LastLaunch { get; init; }

    /// <summary>The last launch that was known when that happened.</summary>
    public DateTimeOffset? EarlierLaunch { get; init; }

    /// <summary>How long after a launch it is told of. Source: DescribeImageAttribute, lastLaunchedTime.</summary>
    internal static TimeSpan LaunchReported { get; } = TimeSpan.FromDays(1);
}
