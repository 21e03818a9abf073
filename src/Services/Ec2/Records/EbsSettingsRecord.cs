using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>What an account has set for all it makes in a region.</summary>
public sealed record EbsSettingsRecord
{
    /// <summary>The only key.</summary>
    public static ResourceKey Key { get; } = new("settings");

    /// <summary>The only key, of all of them.</summary>
    public ResourceKey Id { get; init; } = Key;

    /// <summary>Whether new volumes are encrypted.</summary>
    public bool EncryptionByDefault { get; init; }

    /// <summary>The key of encrypted volumes that name none; null for AWS's.</summary>
    public string? KmsKeyId { get; init; }

    /// <summary>Whether new instances take metadata requests of version 2 only.</summary>
    public HttpTokensState? HttpTokens { get; init; }

    /// <summary>Whether instances that take others are refused.</summary>
    public HttpTokensEnforcedState? HttpTokensEnforced { get; init; }

    /// <summary>How far the answers of the metadata service go.</summary>
    public int? HopLimit { get; init; }

    /// <summary>Whether there is an endpoint for metadata.</summary>
    public InstanceMetadataEndpointState? HttpEndpoint { get; init; }

    /// <summary>Whether tags are among the metadata.</summary>
    public InstanceMetadataTagsState? MetadataTags { get; init; }

    /// <summary>The families of instances whose credit option is not AWS's default: family, space, option.</summary>
    public System.Collections.Immutable.ImmutableArray<string> Credits { get; init; } = [];
}
