using System.Globalization;
using System.Text;
using Orrery.Services.S3.Records;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Reports;

/// <summary>
/// The file that storage class analysis exports. Source: S3 user guide, "Exported file layout": the columns, sorted by
/// date within age groups, ALL at the end. AWS does not say how it works out the rest, so it is guessed: the cumulative
/// access ratio is what was read of a group and of older ones by what they hold; objects are taken to belong into
/// STANDARD_IA from the age of 30 days on from which, over 30 days, less was read than is stored, which is where
/// reading costs as much as storing saves; and that is recommended once it was so for a week.
/// </summary>
internal static class AnalysisText
{
    private const string Standard = "STANDARD";
    private const double Megabyte = 1024 * 1024;
    private const int Observed = 30;
    private const int Stable = 7;

    private const string Columns = "Date,ConfigId,Filter,StorageClass,ObjectAge,ObjectCount,DataUploaded_MB,Storage_MB,"
        + "DataRetrieved_MB,GetRequestCount,CumulativeAccessRatio,ObjectAgeForSIATransition,"
        + "RecommendedObjectAgeForSIATransition\n";

    /// <summary>The file.</summary>
    /// <param name="wanted">The configuration.</param>
    /// <param name="all">What was counted.</param>
    public static string Of(AnalyticsConfiguration wanted, IReadOnlyList<AnalysisRecord> all)
    {
        var text = new StringBuilder(Columns);
        var days = all.ToLookup(static total => (total.Day, total.StorageClass));
        var groups = AgeGroups.InOrder.Select(static group => group.Name).Append(AgeGroups.All);
        foreach (var age in groups)
        {
            foreach (var total in all.Where(total => total.Age == age)
                .OrderBy(static total => total.Day).ThenBy(static total => total.StorageClass, StringComparer.Ordinal))
                text.Append(Line(wanted, total, days));
        }

        return text.ToString();
    }

    private static string Line(
        AnalyticsConfiguration wanted, AnalysisRecord total,
        ILookup<(int Day, string StorageClass), AnalysisRecord> days)
    {
        var isWhole = total is { Age: AgeGroups.All, StorageClass: Standard };
        string[] values =
        [
            DateOnly.FromDayNumber(total.Day).ToString("MM-dd-yyyy", CultureInfo.InvariantCulture),
            wanted.Id!,
            Filter(AnalyticsRules.FilterOf(wanted)),
            total.StorageClass,
            total.Age,
            Number(total.Objects),
            Number(total.Uploaded / Megabyte),
            Number(total.Bytes / Megabyte),
            Number(total.Retrieved / Megabyte),
            Number(total.Requests),
            Ratio([.. days[(total.Day, total.StorageClass)].Where(other => IsAsOld(other, total.Age))]),
            isWhole && AgeOn(days, total.Day) is { } age ? Number(age) : "",
            isWhole && IsStable(days, total.Day) is { } stable ? Number(stable) : "",
        ];
        return string.Join(',', values) + "\n";
    }

    private static bool IsAsOld(AnalysisRecord other, string age) => age == AgeGroups.All
        ? other.Age == AgeGroups.All
        : other.Age != AgeGroups.All && string.CompareOrdinal(other.Age, age) >= 0;

    private static string Ratio(IReadOnlyList<AnalysisRecord> totals)
    {
        var bytes = totals.Sum(static total => total.Bytes);
        return bytes == 0 ? "" : Number((double)totals.Sum(static total => total.Retrieved) / bytes);
    }

    // The age from which objects were seldom read; null where that is not known yet, or where there is none.
    private static int? AgeOn(ILookup<(int Day, string StorageClass), AnalysisRecord> days, int day)
    {
        if (!days.Contains((day - Observed + 1, Standard))) return null;
        var month = Enumerable.Range(day - Observed + 1, Observed).SelectMany(one => days[(one, Standard)])
            .Where(static total => total.Age != AgeGroups.All).ToLookup(static total => total.Age);
        int? found = null;
        var (read, stored) = (0L, 0L);
        foreach (var (from, name) in AgeGroups.InOrder.Reverse())
        {
            read += month[name].Sum(static total => total.Retrieved);
            stored += month[name].Sum(static total => total.Bytes);
            if (from < Observed || (stored > 0 && read >= stored / Observed)) break;
            if (stored > 0) found = from;
        }

        return found;
    }

    private static int? IsStable(ILookup<(int Day, string StorageClass), AnalysisRecord> days, int day) =>
        AgeOn(days, day) is { } age && Enumerable.Range(day - Stable + 1, Stable).All(one => AgeOn(days, one) == age)
            ? age
            : null;

    private static string Filter(AgeFilter? filter)
    {
        if (filter is null) return "";
        var tags = filter.Tags?.Select(static tag => $"{tag.Key}={tag.Value}") ?? [];
        var text = string.Join('&', filter.Prefix is { } prefix ? tags.Prepend(prefix) : tags);
        return text.AsSpan().IndexOfAny(",\"\n") < 0
            ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
