namespace Orrery.Bench.Load;

/// <summary>What a load run saw.</summary>
/// <param name="Answered">Answers with status 200.</param>
/// <param name="Refused">Answers with another status.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record LoadResult(long Answered, long Refused, double Seconds)
{
    /// <summary>Good answers a second.</summary>
    public double PerSecond => Answered / Seconds;
}
