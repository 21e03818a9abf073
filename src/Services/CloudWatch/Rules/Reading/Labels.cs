using System.Globalization;
using System.Text.RegularExpressions;
using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Rules.Expressions;

namespace Orrery.Services.CloudWatch.Rules.Reading;

/// <summary>
/// Names of results. Source: CloudWatch User Guide, "Using dynamic labels" (the forms of times and numbers in them are
/// not told: guessed). Without a label a statistic is called as its metric, an expression by its id.
/// </summary>
internal static partial class Labels
{
    /// <summary>The name of a series, its dynamic parts filled in; a part that is not known stays as it is.</summary>
    public static string Of(ReadCall call, MetricQuery query, Series series, TimeSpan zone)
    {
        var usual = series.Label ?? (query.Stat is { } stat ? stat.Metric.Name : query.Id);
        if (query.Label is not { Length: > 0 } label) return usual;
        var filler = new LabelFiller(call, series, usual, zone);
        return Part().Replace(label, match => filler.Value(match.Groups[1].Value) ?? match.Value);
    }

    /// <summary>The zone that a request names, for example <c>+0130</c>.</summary>
    /// <exception cref="Core.ServiceException">ValidationError: it is none.</exception>
    public static TimeSpan Zone(string? text)
    {
        if (text is null) return TimeSpan.Zero;
        if (!ZoneForm().IsMatch(text))
            throw Errors.Validation($"The value {text} for the parameter LabelOptions.Timezone is invalid.");
        var hours = int.Parse(text.AsSpan(1, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        var minutes = int.Parse(text.AsSpan(3, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        var offset = new TimeSpan(hours, minutes, 0);
        return text[0] == '-' ? -offset : offset;
    }

    [GeneratedRegex(@"\$\{([^}]*)\}")]
    private static partial Regex Part();

    [GeneratedRegex("^[+-][0-9]{2}[0-5][0-9]$")]
    private static partial Regex ZoneForm();
}
