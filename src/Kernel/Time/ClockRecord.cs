namespace Orrery.Kernel.Time;

/// <summary>
/// The settings of a world's clock: at real instant <see cref="Real"/> it showed <see cref="Virtual"/>.
/// </summary>
/// <param name="Mode">How it moves.</param>
/// <param name="Rate">Virtual seconds per real second, in live mode.</param>
/// <param name="Virtual">What it showed when it was set.</param>
/// <param name="Real">The machine's time when it was set; in stepped mode the same as
/// <paramref name="Virtual"/>.</param>
internal sealed record ClockRecord(ClockMode Mode, double Rate, DateTimeOffset Virtual, DateTimeOffset Real)
{
    /// <summary>What the clock shows when the machine's clock shows <paramref name="real"/>.</summary>
    public DateTimeOffset Read(DateTimeOffset real) =>
        Mode == ClockMode.Stepped ? Virtual : Virtual + ((real - Real) * Rate);

    /// <summary>The same clock, set to show another instant at a real instant.</summary>
    public ClockRecord Set(DateTimeOffset to, DateTimeOffset real) =>
        this with { Virtual = to, Real = Mode == ClockMode.Stepped ? to : real };
}
