using Orrery.Contracts.Identity;
using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>An instance profile that an instance has.</summary>
public sealed record ProfileAssociationRecord
{
    /// <summary>The id.</summary>
    public required ProfileAssociationId Id { get; init; }

    /// <summary>The instance.</summary>
    public required InstanceId InstanceId { get; init; }

    /// <summary>The ARN of the profile.</summary>
    public required string ProfileArn { get; init; }

    /// <summary>The id of the profile.</summary>
    public required string ProfileId { get; init; }

    /// <summary>Where it is on its way.</summary>
    public required IamInstanceProfileAssociationState State { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The credentials of the role that the instance was given last.</summary>
    public RoleCredentials? Credentials { get; init; }

    /// <summary>The ARN of the role that they are of.</summary>
    public string? CredentialsOf { get; init; }
}
