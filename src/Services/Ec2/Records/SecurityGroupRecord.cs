using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>A security group; its rules are a table of their own.</summary>
public sealed record SecurityGroupRecord
{
    /// <summary>The id.</summary>
    public required SecurityGroupId Id { get; init; }

    /// <summary>Its VPC.</summary>
    public required VpcId VpcId { get; init; }

    /// <summary>Unique in the VPC.</summary>
    public required string Name { get; init; }

    /// <summary>Free text.</summary>
    public required string Description { get; init; }
}
