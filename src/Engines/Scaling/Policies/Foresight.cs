namespace Orrery.Engines.Scaling.Policies;

/// <summary>
/// What is asked once a minute need not be asked in minutes in which the answer is to leave things as they are, where
/// that can be foreseen. The minutes are counted from the last time it was asked, so that they are the same as if it
/// were asked in each.
/// </summary>
public static class Foresight
{
    /// <summary>How often policies are asked while their alarms go on.</summary>
    public static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>
    /// When to ask next: in the first minute in which something is done, or from which on it is not known.
    /// </summary>
    /// <param name="asked">When it was last asked.</param>
    /// <param name="known">Up to when it is known what will be.</param>
    /// <param name="acts">Whether something is done at an instant; asked of one minute after the other.</param>
    public static DateTimeOffset Next(DateTimeOffset asked, DateTimeOffset known, Func<DateTimeOffset, bool> acts)
    {
        var at = asked + Minute;
        while (at < known && !acts(at)) at += Minute;
        return at;
    }

    /// <summary>When to ask where something unforeseen happened: in the minute that comes next.</summary>
    /// <param name="asked">When it was last asked.</param>
    /// <param name="now">The instant.</param>
    /// <param name="isOver">Whether what is due at this instant was done before; then a minute that begins now has
    /// passed without a question.</param>
    public static DateTimeOffset Soon(DateTimeOffset asked, DateTimeOffset now, bool isOver)
    {
        var passed = now - asked - (isOver ? TimeSpan.Zero : TimeSpan.FromTicks(1));
        return asked + ((Math.Max(0, passed.Ticks) / Minute.Ticks) + 1) * Minute;
    }
}
