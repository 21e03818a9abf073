using System.Collections.Immutable;
using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>What an account set in a region for new instances; null is no preference.</summary>
public sealed record InstanceDefaultsRecord
{
    /// <summary>The key of the only record.</summary>
    public static readonly ResourceKey Key = new("defaults");

    /// <summary>Always the same.</summary>
    public ResourceKey Id { get; init; } = Key;

    /// <summary>Standard or unlimited, by burstable family, where that was said.</summary>
    public ImmutableSortedDictionary<string, string> Credits { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whether version 2 of the metadata service is required.</summary>
    public HttpTokensState? HttpTokens { get; init; }

    /// <summary>From 1 to 64.</summary>
    public int? HopLimit { get; init; }

    /// <summary>Whether there is an endpoint.</summary>
    public InstanceMetadataEndpointState? HttpEndpoint { get; init; }

    /// <summary>Whether tags are among the metadata.</summary>
    public InstanceMetadataTagsState? Tags { get; init; }

    /// <summary>Whether instances that do not require version 2 are refused.</summary>
    public HttpTokensEnforcedState? Enforced { get; init; }
}
