namespace Orrery.Contracts.Loads;

/// <summary>A rate over time as a person declares it. Each kind takes members of its own; others are refused.</summary>
public sealed record LoadShape
{
    /// <summary>constant, ramp, step, diurnal, weekly, spike, trace, sum, product or noise.</summary>
    public string? Kind { get; init; }

    /// <summary>The rate of a constant or a spike; the factor of a product.</summary>
    public double? Value { get; init; }

    /// <summary>Ramp and step: the rate before.</summary>
    public double? From { get; init; }

    /// <summary>Ramp and step: the rate after.</summary>
    public double? To { get; init; }

    /// <summary>When a ramp, step, spike or trace begins; none given: with the load.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>How many seconds after that.</summary>
    public double? After { get; init; }

    /// <summary>How long a ramp or a spike takes.</summary>
    public double? Seconds { get; init; }

    /// <summary>Diurnal: the lowest rate.</summary>
    public double? Low { get; init; }

    /// <summary>Diurnal: the highest rate.</summary>
    public double? High { get; init; }

    /// <summary>Diurnal: the hour in UTC at which it is highest.</summary>
    public double? PeakHour { get; init; }

    /// <summary>Weekly: seven rates, from Monday on.</summary>
    public IReadOnlyList<double>? Values { get; init; }

    /// <summary>Trace: lines of a second after the start, or an instant, a comma, and a rate.</summary>
    public string? Csv { get; init; }

    /// <summary>Trace: a file with such lines; the command line reads it, and sends what is in it.</summary>
    public string? File { get; init; }

    /// <summary>What a sum, a product or noise is made of; noise of one.</summary>
    public IReadOnlyList<LoadShape>? Parts { get; init; }

    /// <summary>Noise: how far off at most, as a share from 0 to 1.</summary>
    public double? Amplitude { get; init; }

    /// <summary>Noise: its seed.</summary>
    public long? Seed { get; init; }
}
