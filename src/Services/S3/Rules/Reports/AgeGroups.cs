namespace Orrery.Services.S3.Rules.Reports;

/// <summary>
/// The ages by which storage class analysis groups objects. Source: S3 user guide, "Storage class analysis": twelve
/// groups of objects of 128 KB and more, and all of them. How their names are filled up with zeros is guessed.
/// </summary>
internal static class AgeGroups
{
    /// <summary>The group of all objects, also of small ones.</summary>
    public const string All = "ALL";

    private const long Least = 128 * 1024;

    /// <summary>The groups, the youngest first: their first days and their names.</summary>
    public static readonly IReadOnlyList<(int From, string Name)> InOrder =
    [
        (0, "000-014"), (15, "015-029"), (30, "030-044"), (45, "045-059"), (60, "060-074"), (75, "075-089"),
        (90, "090-119"), (120, "120-149"), (150, "150-179"), (180, "180-364"), (365, "365-729"), (730, "730+"),
    ];

    /// <summary>The groups of an object: its own, where it is not too small, and all.</summary>
    public static IEnumerable<string> Of(long size, TimeSpan age)
    {
        if (size >= Least) yield return InOrder.Last(group => group.From <= Math.Max(0, age.TotalDays)).Name;
        yield return All;
    }
}
