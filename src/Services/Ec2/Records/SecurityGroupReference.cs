using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>A security group named by a rule, maybe in a peered VPC of another account.</summary>
public sealed record SecurityGroupReference
{
    /// <summary>The group.</summary>
    public required SecurityGroupId GroupId { get; init; }

    /// <summary>Its owner.</summary>
    public required string UserId { get; init; }

    /// <summary>Its VPC when it is another one.</summary>
    public VpcId? VpcId { get; init; }

    /// <summary>The peering over which it is seen.</summary>
    public VpcPeeringConnectionId? PeeringConnectionId { get; init; }
}
