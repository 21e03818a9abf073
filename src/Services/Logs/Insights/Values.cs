using System.Globalization;

namespace Orrery.Services.Logs.Insights;

/// <summary>Values of a query: texts, numbers, truths, instants, and null where there is none.</summary>
internal static class Values
{
    /// <summary>The value as text.</summary>
    public static string? TextOf(object? value) => value switch
    {
        null => null,
        string text => text,
        bool truth => truth ? "1" : "0",
        double number => NumberText(number),
        _ => value.ToString(),
    };

    /// <summary>The value as a number; null where it is none.</summary>
    public static double? NumberOf(object? value) => value switch
    {
        double number => number,
        QueryTime time => time.Ms,
        bool truth => truth ? 1 : 0,
        string text when double.TryParse(
            text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => null,
    };

    /// <summary>Whether the value counts as true.</summary>
    public static bool IsTrue(object? value) => value switch
    {
        bool truth => truth,
        double number => number != 0,
        string text => text.Equals("true", StringComparison.OrdinalIgnoreCase) || text == "1",
        _ => false,
    };

    /// <summary>Compares numbers as numbers, everything else as texts; what is missing comes first.</summary>
    public static int Compare(object? left, object? right)
    {
        if (left is null || right is null)
        {
            return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        }

        return NumberOf(left) is { } one && NumberOf(right) is { } other
            ? one.CompareTo(other)
            : string.CompareOrdinal(TextOf(left), TextOf(right));
    }

    private static string NumberText(double number) =>
        number == Math.Truncate(number) && Math.Abs(number) < 1e15
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : number.ToString("0.####################", CultureInfo.InvariantCulture) is var text && Math.Abs(number) < 1e15
                ? text
                : number.ToString("R", CultureInfo.InvariantCulture);
}
