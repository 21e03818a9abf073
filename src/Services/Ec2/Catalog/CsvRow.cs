using System.Globalization;

namespace Orrery.Services.Ec2.Catalog;

/// <summary>One row of a table of facts. An empty field is a fact that is not known or does not apply.</summary>
internal sealed class CsvRow(Dictionary<string, int> columns, string[] fields)
{
    /// <summary>The text of a column, or null where it is empty.</summary>
    public string? Text(string column) => fields[columns[column]] is { Length: > 0 } text ? text : null;

    /// <summary>The text of a column that every row has.</summary>
    public string Required(string column) =>
        Text(column) ?? throw new InvalidOperationException($"The column {column} is empty.");

    /// <summary>The whole number of a column, or null where it is empty.</summary>
    public int? Number(string column) =>
        Text(column) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>The fraction of a column, or null where it is empty.</summary>
    public double? Fraction(string column) =>
        Text(column) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>Whether a column says 1.</summary>
    public bool Flag(string column) => Text(column) == "1";

    /// <summary>The parts of a column that slashes separate.</summary>
    public IReadOnlyList<string> List(string column) => Text(column)?.Split('/') ?? [];

    /// <summary>
    /// The whole numbers of a column: single ones and stretches, with the step where it is not one (2/4, 1-8, 2-16+2).
    /// </summary>
    public IReadOnlyList<int> Numbers(string column) => [.. List(column).SelectMany(Stretch)];

    private static IEnumerable<int> Stretch(string text)
    {
        var (range, step) = text.Split('+') is [var whole, var by] ? (whole, Parsed(by)) : (text, 1);
        var ends = range.Split('-');
        for (var number = Parsed(ends[0]); number <= Parsed(ends[^1]); number += step)
        {
            yield return number;
        }
    }

    private static int Parsed(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
