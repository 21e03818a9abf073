using System.Globalization;

namespace Orrery.Tests.Tidy.Support;

/// <summary>An exception that somebody granted.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Path">The file.</param>
/// <param name="Subject">What in the file.</param>
/// <param name="Measure">The size granted, where the rule is about one.</param>
/// <param name="Why">The reason.</param>
public sealed record LedgerEntry(string Rule, string Path, string Subject, int? Measure, string Why)
{
    /// <summary>Reads a ledger; lines that start with # are remarks.</summary>
    public static IReadOnlyList<LedgerEntry> Parse(string text) =>
        [.. text.Split('\n').Where(line => line.Length > 0 && !line.StartsWith('#')).Select(ParseLine)];

    /// <summary>Whether it grants exactly this.</summary>
    public bool Grants(string rule, Finding finding) =>
        Rule == rule && Path == finding.Path && Subject == finding.Subject && Measure == finding.Measure;

    private static LedgerEntry ParseLine(string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        if (cells.Length != 5 || cells[4].Length == 0)
            throw new FormatException("A ledger line has five cells, the last a reason: " + line);
        int? measure = cells[3] == "-" ? null : int.Parse(cells[3], CultureInfo.InvariantCulture);
        return new(cells[0], cells[1], cells[2], measure, cells[4]);
    }
}
