namespace Orrery.Bench.Report;

/// <summary>One line of a table: our figure beside another, and the bar between them.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Ours">Our figure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Yardstick">Whose figure stands beside it.</param>
/// <param name="Theirs">That figure.</param>
/// <param name="Bar">What the ratio has to keep; null where the line only informs.</param>
public sealed record Row(string What, double Ours, string Unit, string Yardstick, double Theirs, Bar? Bar)
{
    /// <summary>Ours divided by theirs.</summary>
    public double Ratio => Ours / Theirs;

    /// <summary>Why nothing was measured, if so.</summary>
    public string? SkippedBecause { get; private init; }

    /// <summary>Whether the bar is kept.</summary>
    public bool Holds => SkippedBecause is not null || Bar is null || Bar.Holds(Ratio);

    /// <summary>A line that says why there is no figure.</summary>
    public static Row Skipped(string what, string why) =>
        new(what, double.NaN, "", "", double.NaN, null) { SkippedBecause = why };
}
