using System.Globalization;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Values;

/// <summary>Floats as text; what is not finite is written in words. Source: Smithy, "Float and double".</summary>
internal static class NumberText
{
    public const string NaN = "NaN";
    public const string Infinity = "Infinity";
    public const string NegativeInfinity = "-Infinity";

    /// <summary>The word for a value that is not finite, or null.</summary>
    public static string? Word(double value) =>
        double.IsNaN(value) ? NaN
        : double.IsPositiveInfinity(value) ? Infinity
        : double.IsNegativeInfinity(value) ? NegativeInfinity
        : null;

    /// <summary>The shortest text that gives the value back.</summary>
    public static string Format(MemberSchema member, double value)
    {
        if (Word(value) is { } word) return word;
        return member.Target.Kind is ShapeKind.Float
            ? ((float)value).ToString("R", CultureInfo.InvariantCulture)
            : value.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>Reads a float.</summary>
    public static bool TryParse(string text, out double value)
    {
        value = text switch
        {
            NaN => double.NaN,
            Infinity => double.PositiveInfinity,
            NegativeInfinity => double.NegativeInfinity,
            _ => 0,
        };
        return double.IsNaN(value) || value != 0
            || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }
}
