using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>A zone that is out of order.</summary>
public sealed record ZoneFailureRecord
{
    /// <summary>The zone's name.</summary>
    public required ResourceKey Id { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Until when; null: until it is mended.</summary>
    public DateTimeOffset? To { get; init; }
}
