using System.Collections.Immutable;

namespace Orrery.Contracts.Instances;

/// <summary>What an instance is launched with, where no template says it. It is kept as JSON: it only grows.</summary>
public sealed record SupplyParameters
{
    /// <summary>The image.</summary>
    public required string ImageId { get; init; }

    /// <summary>The type.</summary>
    public required string InstanceType { get; init; }

    /// <summary>The key pair.</summary>
    public string? KeyName { get; init; }

    /// <summary>Ids or names of security groups.</summary>
    public ImmutableArray<string> SecurityGroups { get; init; } = [];

    /// <summary>In base64.</summary>
    public string? UserData { get; init; }

    /// <summary>The volumes.</summary>
    public ImmutableArray<SupplyDevice> Devices { get; init; } = [];

    /// <summary>Whether there is detailed monitoring.</summary>
    public bool Monitoring { get; init; } = true;

    /// <summary>The most to pay for Spot; null for On-Demand.</summary>
    public string? SpotPrice { get; init; }

    /// <summary>Name or ARN of the instance profile.</summary>
    public string? InstanceProfile { get; init; }

    /// <summary>Whether it is optimized for EBS; null as its type is.</summary>
    public bool? EbsOptimized { get; init; }

    /// <summary>Whether it gets a public address; null as the subnet says.</summary>
    public bool? AssociatePublicIp { get; init; }

    /// <summary>Default or dedicated.</summary>
    public string? Tenancy { get; init; }

    /// <summary>Optional or required tokens of the metadata service.</summary>
    public string? MetadataTokens { get; init; }

    /// <summary>The hops that answers of the metadata service may take.</summary>
    public int? MetadataHopLimit { get; init; }

    /// <summary>Enabled or disabled.</summary>
    public string? MetadataEndpoint { get; init; }
}
