using System.Collections.Immutable;
using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>A NAT gateway; its state is moved by its loop only.</summary>
public sealed record NatGatewayRecord
{
    /// <summary>The id.</summary>
    public required NatGatewayId Id { get; init; }

    /// <summary>The subnet that holds its interface.</summary>
    public required SubnetId SubnetId { get; init; }

    /// <summary>The VPC of that subnet.</summary>
    public required VpcId VpcId { get; init; }

    /// <summary>public or private.</summary>
    public required ConnectivityType ConnectivityType { get; init; }

    /// <summary>pending, available, failed, deleting, deleted.</summary>
    public required NatGatewayState State { get; init; }

    /// <summary>What it was asked for, the primary one first; it gets them together, with its interface.</summary>
    public ImmutableArray<NatGatewayWishRecord> Wishes { get; init; } = [];

    /// <summary>The primary one first; none while it is pending or has failed.</summary>
    public ImmutableArray<NatGatewayAddressRecord> Addresses { get; init; } = [];

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreateTime { get; init; }

    /// <summary>When it was deleted.</summary>
    public DateTimeOffset? DeleteTime { get; init; }

    /// <summary>Why it failed, for example Gateway.NotAttached.</summary>
    public string? FailureCode { get; init; }

    /// <summary>The same as a sentence.</summary>
    public string? FailureMessage { get; init; }
}
