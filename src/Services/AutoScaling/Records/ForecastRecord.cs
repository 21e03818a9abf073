using System.Collections.Immutable;
using Orrery.Core;
using Orrery.Services.AutoScaling.Ids;

namespace Orrery.Services.AutoScaling.Records;

/// <summary>The forecast of a policy that scales, with the past that it was made of.</summary>
public sealed record ForecastRecord
{
    /// <summary>The key of the policy.</summary>
    public required ScalingKey Key { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The past, hour by hour.</summary>
    public ImmutableArray<LoadHourRecord> Past { get; init; } = [];

    /// <summary>The hours to come; empty where there is too little past.</summary>
    public ImmutableArray<ForecastHourRecord> Hours { get; init; } = [];

    /// <summary>The reasons.</summary>
    public required Reason Why { get; init; }
}
