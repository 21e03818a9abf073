namespace Orrery.Services.S3.Rules;

/// <summary>Instants as S3 keeps them: whole seconds, as HTTP dates are.</summary>
internal static class Times
{
    /// <summary>An instant without fractions of its second.</summary>
    public static DateTimeOffset Seconds(DateTimeOffset instant) =>
        instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerSecond));
}
