namespace Orrery.Cli.Output;

/// <summary>A series as one line of bars, an eighth of a letter high at least.</summary>
internal static class Sparks
{
    private const string Bars = " ▁▂▃▄▅▆▇█";

    /// <summary>A line so wide; each letter is the greatest value of its share of the series.</summary>
    /// <param name="values">The values; null for none.</param>
    /// <param name="width">How many letters.</param>
    /// <param name="most">The value of a full letter.</param>
    public static string Line(IReadOnlyList<double?> values, int width, double most)
    {
        var letters = new char[width];
        for (var place = 0; place < width; place++)
        {
            var (begin, end) = (place * values.Count / width, Math.Max((place + 1) * values.Count / width, 1));
            double? greatest = null;
            for (var at = Math.Min(begin, end - 1); at < end; at++)
                if (values[at] is { } value && !(value <= greatest)) greatest = value;
            letters[place] = Letter(greatest, most);
        }

        return new(letters);
    }

    // What is not nothing is seen.
    private static char Letter(double? value, double most) => value is not > 0 || most <= 0 ? Bars[0]
        : Bars[Math.Clamp((int)Math.Round(value.Value / most * (Bars.Length - 1)), 1, Bars.Length - 1)];
}
