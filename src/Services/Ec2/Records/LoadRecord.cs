using Orrery.Contracts.Loads;
using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>A declared load.</summary>
public sealed record LoadRecord
{
    /// <summary>Its name.</summary>
    public required ResourceKey Id { get; init; }

    /// <summary>The load, as it was checked; its beginning is set.</summary>
    public required LoadDeclaration Load { get; init; }
}
