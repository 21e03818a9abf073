namespace Orrery.Engines.Scaling.Maintenance;

/// <summary>
/// How much of a group has to be healthy while instances are replaced, and how much there may be, in percent of what
/// it desires. Source: API Reference, InstanceMaintenancePolicy and RefreshPreferences; the minimum is rounded up (EC2
/// Auto Scaling User Guide, "Replace instances based on an instance refresh"), and so is the maximum (guessed).
/// </summary>
/// <param name="Min">The least, 0 to 100.</param>
/// <param name="Max">The most, 100 to 200.</param>
public readonly record struct HealthyRange(int Min, int Max)
{
    /// <summary>That of a refresh that says nothing in a group that says nothing.</summary>
    public static HealthyRange OfRefresh { get; } = new(90, 100);

    /// <summary>How many have to be healthy.</summary>
    public int Floor(int desired) => Up(desired, Min);

    /// <summary>How many there may be.</summary>
    public int Ceiling(int desired) => Up(desired, Max);

    /// <summary>Says what is wrong with the range; null where it is valid.</summary>
    public string? Flaw() =>
        Min is < 0 or > 100 ? "the minimum healthy percentage is between 0 and 100"
        : Max is < 100 or > 200 ? "the maximum healthy percentage is between 100 and 200"
        : Max - Min > 100 ? "the percentages are no more than 100 apart"
        : null;

    private static int Up(int desired, int percent) => (int)(((long)desired * percent + 99) / 100);
}
