using Orrery.Contracts.Metrics;
using Orrery.Services.CloudWatch.Rules.Statistics;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Rules.Metrics;

/// <summary>
/// What a point may be. Source: botocore documentation of PutMetricData and MetricDatum; the wordings are those that
/// clients report, as far as they are known, else guessed.
/// </summary>
internal static class DatumRules
{
    private const int MostDimensions = 30;
    private const int MostValues = 150;
    private static readonly double Largest = Math.Pow(2, 360);
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(14);
    private static readonly TimeSpan Newest = TimeSpan.FromHours(2);

    /// <summary>The values of a point, in its second or its minute.</summary>
    /// <exception cref="Core.ServiceException">The point is not allowed.</exception>
    public static Bucket ToBucket(MetricDatum datum, string at, DateTimeOffset now)
    {
        var second = InstantOf(datum, at, now).ToUnixTimeSeconds();
        var bucket = new Bucket(IsHigh(datum, at) ? second : second - (second % 60));
        var given = (datum.Value is null ? 0 : 1) + (datum.StatisticValues is null ? 0 : 1)
            + (datum.Values is null or [] ? 0 : 1);
        if (given > 1)
        {
            throw Errors.InvalidCombination(
                $"The parameters {at}.Value, {at}.Values and {at}.StatisticValues are mutually exclusive and you have"
                + " specified more than one.");
        }

        if (datum.Value is { } value)
            bucket.Add(Checked(value, $"{at}.Value"), 1);
        else if (datum.StatisticValues is { } set)
            AddSet(bucket, set, $"{at}.StatisticValues");
        else if (datum.Values is { Count: > 0 } values)
            AddValues(bucket, values, datum.Counts, at);
        else
            throw Errors.Missing($"At least one of the parameters {at}.Value, {at}.Values or"
                + $" {at}.StatisticValues must be specified.");
        return bucket;
    }

    /// <summary>Whether a point is kept by the second.</summary>
    public static bool IsHigh(MetricDatum datum, string at) => (datum.StorageResolution ?? 60) switch
    {
        1 => true,
        60 => false,
        _ => throw Errors.InvalidValue($"The parameter {at}.StorageResolution must be either 1 or 60."),
    };

    /// <summary>The dimensions of a metric, by name.</summary>
    /// <exception cref="Core.ServiceException">They are not allowed.</exception>
    public static IReadOnlyList<MetricDimension> Dimensions(IReadOnlyList<Dimension>? dimensions, string at)
    {
        if (dimensions is null or []) return [];
        if (dimensions.Count > MostDimensions)
        {
            throw Errors.InvalidValue(
                $"The collection {at}.Dimensions must not have a size greater than {MostDimensions}.");
        }

        var sorted = new MetricDimension[dimensions.Count];
        for (var i = 0; i < sorted.Length; i++)
        {
            var (name, value) = (dimensions[i].Name!, dimensions[i].Value!);
            CheckText(name, $"{at}.Dimensions.member.{i + 1}.Name");
            CheckText(value, $"{at}.Dimensions.member.{i + 1}.Value");
            if (name[0] == ':')
            {
                throw Errors.InvalidValue(
                    $"The value {name} for parameter {at}.Dimensions.member.{i + 1}.Name is invalid.");
            }

            sorted[i] = new(name, value);
        }

        Array.Sort(sorted, static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Name == sorted[i - 1].Name)
                throw Errors.InvalidValue($"The dimension {sorted[i].Name} is given more than once.");
        }

        return sorted;
    }

    /// <summary>Source: botocore documentation of Dimension: ASCII with something besides white space, no control
    /// characters.</summary>
    private static void CheckText(string text, string at)
    {
        var isBlank = true;
        foreach (var letter in text)
        {
            if (letter is < ' ' or > '~')
                throw Errors.InvalidValue($"The value for parameter {at} must be ASCII without control characters.");
            isBlank = isBlank && letter == ' ';
        }

        if (isBlank)
            throw Errors.InvalidValue($"The parameter {at} must have a character that is not white space.");
    }

    private static DateTimeOffset InstantOf(MetricDatum datum, string at, DateTimeOffset now)
    {
        if (datum.Timestamp is not { } instant) return now;
        return instant >= now - Oldest && instant <= now + Newest
            ? instant
            : throw Errors.InvalidValue(
                $"The parameter {at}.Timestamp must specify a time within the past two weeks and no more than two hours"
                + " in the future.");
    }

    private static void AddSet(Bucket bucket, StatisticSet set, string at)
    {
        var count = Checked(set.SampleCount!.Value, $"{at}.SampleCount");
        var sum = Checked(set.Sum!.Value, $"{at}.Sum");
        var minimum = Checked(set.Minimum!.Value, $"{at}.Minimum");
        var maximum = Checked(set.Maximum!.Value, $"{at}.Maximum");
        if (minimum > maximum)
            throw Errors.InvalidValue($"The parameter {at}.Minimum must be less than or equal to {at}.Maximum.");
        if (count <= 0)
            throw Errors.InvalidValue($"The parameter {at}.SampleCount must be greater than 0.");
        bucket.AddSet(count, sum, minimum, maximum);
    }

    private static void AddValues(Bucket bucket, IReadOnlyList<double> values, IReadOnlyList<double>? counts, string at)
    {
        if (values.Count > MostValues)
            throw Errors.InvalidValue($"The collection {at}.Values must not have a size greater than {MostValues}.");
        if (counts is { Count: > 0 } && counts.Count != values.Count)
        {
            throw Errors.InvalidValue(
                $"The parameters {at}.Values and {at}.Counts must be of the same length.");
        }

        for (var i = 0; i < values.Count; i++)
        {
            var count = counts is { Count: > 0 } ? Checked(counts[i], $"{at}.Counts.member.{i + 1}") : 1;
            if (count <= 0)
                throw Errors.InvalidValue($"The parameter {at}.Counts.member.{i + 1} must be greater than 0.");
            bucket.Add(Checked(values[i], $"{at}.Values.member.{i + 1}"), count);
        }
    }

    private static double Checked(double value, string at) =>
        !double.IsFinite(value)
            ? throw Errors.InvalidValue($"The value {Named(value)} for parameter {at} is invalid.")
            : Math.Abs(value) > Largest
                ? throw Errors.InvalidValue($"The parameter {at} must be between -2^360 and 2^360.")
                : value;

    private static string Named(double value) =>
        double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
}
