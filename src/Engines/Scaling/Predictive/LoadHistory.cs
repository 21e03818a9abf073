namespace Orrery.Engines.Scaling.Predictive;

/// <summary>Hourly values, one after the other; where there was no data there is null.</summary>
/// <param name="Start">The beginning of the first hour.</param>
/// <param name="Values">The values.</param>
public sealed record LoadHistory(DateTimeOffset Start, IReadOnlyList<double?> Values)
{
    /// <summary>The beginning of the hour after the last.</summary>
    public DateTimeOffset End => Start.AddHours(Values.Count);

    /// <summary>The first hours only.</summary>
    public LoadHistory Take(int hours) => new(Start, [.. Values.Take(hours)]);

    /// <summary>The last hours only.</summary>
    public LoadHistory Last(int hours) => hours >= Values.Count
        ? this
        : new(Start.AddHours(Values.Count - hours), [.. Values.Skip(Values.Count - hours)]);
}
