using System.Globalization;

namespace Orrery.Bench.Report;

/// <summary>Prints lines side by side.</summary>
public static class Tables
{
    private static readonly string[] Heads = ["", "ours", "theirs", "yardstick", "ratio", "bar", ""];

    /// <summary>Prints a table under a title.</summary>
    public static void Print(string title, IReadOnlyList<Row> rows, TextWriter output)
    {
        output.WriteLine(title);
        var cells = rows.Where(row => row.SkippedBecause is null).Select(Cells).Prepend(Heads).ToList();
        var widths = Heads.Select((_, column) => cells.Max(line => line[column].Length)).ToArray();
        foreach (var line in cells.Where(_ => cells.Count > 1))
        {
            output.WriteLine("  " + string.Join("  ", line.Select((cell, column) =>
                column is 0 or 3 or 6 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
        }

        foreach (var row in rows.Where(row => row.SkippedBecause is not null))
            output.WriteLine($"  {row.What}: skipped, {row.SkippedBecause}");
        output.WriteLine();
    }

    private static string[] Cells(Row row) =>
    [
        row.What,
        Figure(row.Ours) + " " + row.Unit,
        Figure(row.Theirs) + " " + row.Unit,
        row.Yardstick,
        Figure(row.Ratio) + "x",
        row.Bar?.ToString() ?? "",
        row.Bar is null ? "" : row.Holds ? "holds" : "MISSED",
    ];

    private static string Figure(double value) => value.ToString(
        Math.Abs(value) switch { >= 1000 => "#,##0", >= 100 => "0", >= 10 => "0.0", _ => "0.00" },
        CultureInfo.InvariantCulture);
}
