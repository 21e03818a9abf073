using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>A principal that may make endpoints to an endpoint service.</summary>
public sealed record ServicePermissionRecord
{
    /// <summary>vpce-svc-perm- and 17 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Its ARN, or an asterisk.</summary>
    public required string Principal { get; init; }

    /// <summary>All, Account, User or Role.</summary>
    public required PrincipalType Type { get; init; }
}
