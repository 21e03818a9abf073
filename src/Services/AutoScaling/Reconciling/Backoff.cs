namespace Orrery.Services.AutoScaling.Reconciling;

/// <summary>
/// How long a launch that failed keeps from trying again: a minute, twice as long each time, at most half an hour
/// (guessed: AWS does not say).
/// </summary>
internal static class Backoff
{
    private const int MostDoublings = 5;
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>The wait after so many failures in a row; after none it is that of the first.</summary>
    public static TimeSpan After(int failures)
    {
        var wait = First * Math.Pow(2, Math.Min(Math.Max(failures, 1) - 1, MostDoublings));
        return wait < Longest ? wait : Longest;
    }
}
