using System.Collections.Immutable;
using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>A network ACL.</summary>
public sealed record NetworkAclRecord
{
    /// <summary>The id.</summary>
    public required NetworkAclId Id { get; init; }

    /// <summary>Its VPC.</summary>
    public required VpcId VpcId { get; init; }

    /// <summary>Whether new subnets start with it.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Entries without the two final denials, which are computed.</summary>
    public ImmutableArray<NetworkAclEntryRecord> Entries { get; init; } = [];

    /// <summary>The subnets that it guards.</summary>
    public ImmutableArray<NetworkAclAssociationRecord> Associations { get; init; } = [];
}
