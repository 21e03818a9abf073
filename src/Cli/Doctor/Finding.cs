namespace Orrery.Cli.Doctor;

/// <summary>What the doctor found.</summary>
/// <param name="Check">What was looked at.</param>
/// <param name="Verdict">How it is.</param>
/// <param name="Text">What was seen.</param>
/// <param name="Advice">What to do, or null.</param>
internal sealed record Finding(string Check, Verdict Verdict, string Text, string? Advice = null);
