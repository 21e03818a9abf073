using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>The association of a network ACL with a subnet.</summary>
public sealed record NetworkAclAssociationRecord
{
    /// <summary>aclassoc- and 17 hexadecimal digits.</summary>
    public required string AssociationId { get; init; }

    /// <summary>The subnet.</summary>
    public required SubnetId SubnetId { get; init; }
}
