namespace Orrery.Services.CloudWatch.Rules.Reading;

/// <summary>Periods that follow one another.</summary>
/// <param name="From">The beginning of the first, in seconds of Unix time.</param>
/// <param name="To">The end, not included.</param>
/// <param name="Period">Their length in seconds.</param>
internal readonly record struct PeriodGrid(long From, long To, int Period)
{
    /// <summary>Whether only what has been counts in it, and nothing that a source foretells.</summary>
    public bool IsPast { get; init; }

    /// <summary>Makes a grid of instants.</summary>
    public static PeriodGrid Of(DateTimeOffset from, DateTimeOffset to, int period) =>
        new(from.ToUnixTimeSeconds(), to.ToUnixTimeSeconds(), period);

    /// <summary>Whether an instant is in it.</summary>
    public bool Has(long second) => second >= From && second < To;

    /// <summary>The beginning of the period that has an instant.</summary>
    public long BeginOf(long second) => second - ((second - From) % Period);

    /// <summary>The beginnings of all periods.</summary>
    public IEnumerable<long> Begins()
    {
        for (var begin = From; begin < To; begin += Period)
            yield return begin;
    }
}
