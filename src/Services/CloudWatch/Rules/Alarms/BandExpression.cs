using System.Globalization;
using System.Text.RegularExpressions;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>The expression of a band: <c>ANOMALY_DETECTION_BAND(m1, 2)</c>.</summary>
/// <param name="Of">The query that it is the band of.</param>
/// <param name="Deviations">How many standard deviations wide to each side; 2 where none is given.</param>
internal sealed partial record BandExpression(string Of, double Deviations)
{
    /// <summary>Reads an expression; null where it is no band.</summary>
    public static BandExpression? Parse(string? expression)
    {
        if (expression is null || Form().Match(expression) is not { Success: true } match) return null;
        var width = match.Groups[2].Success ? double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) : 2;
        return new(match.Groups[1].Value, width);
    }

    [GeneratedRegex(@"^\s*ANOMALY_DETECTION_BAND\(\s*([a-z]\w*)\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?\)\s*$")]
    private static partial Regex Form();
}
