using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>
/// A public address that was ever given out, in the world's own scope: no two resources of a world share one, and an
/// address that was released can be found again by who had it last.
/// </summary>
public sealed record PublicIpRecord
{
    /// <summary>The address.</summary>
    public required ResourceKey Address { get; init; }

    /// <summary>The account that has it, or had it last.</summary>
    public required string Account { get; init; }

    /// <summary>The region that it belongs to.</summary>
    public required string Region { get; init; }

    /// <summary>Whether the account gave it back.</summary>
    public bool Released { get; init; }

    /// <summary>Whether an instance had it rather than the account: then nobody gets it again.</summary>
    public bool Automatic { get; init; }
}
