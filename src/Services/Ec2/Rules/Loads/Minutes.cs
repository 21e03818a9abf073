namespace Orrery.Services.Ec2.Rules.Loads;

/// <summary>Instants as minutes of Unix time, and back.</summary>
internal static class Minutes
{
    private const int Seconds = 60;

    /// <summary>The minute that an instant is in.</summary>
    public static long Of(DateTimeOffset instant) => (long)Math.Floor(instant.ToUnixTimeSeconds() / (double)Seconds);

    /// <summary>The beginning of a minute.</summary>
    public static DateTimeOffset Begin(long minute) => DateTimeOffset.FromUnixTimeSeconds(minute * Seconds);
}
