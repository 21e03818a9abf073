using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Logs.Ids;
using Orrery.Services.Logs.Patterns;
using Orrery.Services.Logs.Records;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Rules;

/// <summary>
/// What metric filters and subscription filters must be. Source: CloudWatch Logs API Reference, PutMetricFilter,
/// MetricTransformation, PutSubscriptionFilter; User Guide, "CloudWatch Logs quotas".
/// </summary>
internal static class FilterRules
{
    /// <summary>How many metric filters a group has at most.</summary>
    public const int MostMetricFilters = 100;

    /// <summary>How many subscription filters a group has at most.</summary>
    public const int MostSubscriptions = 2;

    private const int MostRegexes = 5;
    private const int MostDimensions = 3;

    /// <summary>Only standard groups have filters.</summary>
    /// <exception cref="ServiceException">InvalidOperationException.</exception>
    public static void CheckClass(GroupRecord group)
    {
        if (group.Class != LogGroupClass.Standard)
        {
            throw Errors.WrongClass($"Filters cannot be put to a log group of the {group.Class.ToWire()} class.");
        }
    }

    /// <summary>Refuses what is about transformed logs and system fields.</summary>
    /// <exception cref="ServiceException">InvalidParameterException.</exception>
    public static void RefuseLater(bool? transformed, string? criteria, IReadOnlyList<string>? fields)
    {
        if (transformed == true || criteria is { Length: > 0 } || fields is { Count: > 0 })
        {
            throw Errors.NotServed(
                transformed == true ? "applyOnTransformedLogs"
                : criteria is { Length: > 0 } ? "fieldSelectionCriteria"
                : "system fields (emitSystemFields, emitSystemFieldDimensions)");
        }
    }

    /// <summary>Reads the pattern; a group has five filters with regular expressions at most.</summary>
    /// <exception cref="ServiceException">InvalidParameterException, LimitExceededException.</exception>
    public static void CheckRegex(ReadCall call, GroupRecord group, string filter, string pattern)
    {
        if (!FilterPattern.Parse(pattern).HasRegex)
        {
            return;
        }

        var key = PartKey.Of(group.Name.Value, filter);
        var others = call.Read(Tables.MetricFilters).By(Tables.MetricFiltersByGroup, group.Name.Value)
            .Where(f => f.Key != key).Select(f => f.Pattern)
            .Concat(call.Read(Tables.Subscriptions).By(Tables.SubscriptionsByGroup, group.Name.Value)
                .Where(f => f.Key != key).Select(f => f.Pattern));
        if (others.Count(p => FilterPattern.Parse(p).HasRegex) >= MostRegexes)
        {
            throw Errors.Limit("Resource limit exceeded: 5 filter patterns with regular expressions for a log group.");
        }
    }

    /// <summary>Refuses a metric that cannot be.</summary>
    /// <exception cref="ServiceException">InvalidParameterException.</exception>
    public static void CheckMetric(MetricTransformation metric)
    {
        if (!metric.MetricValue!.StartsWith('$') && Comparison.NumberOf(metric.MetricValue) is null)
        {
            throw Errors.Invalid($"Invalid metric transformation: {metric.MetricValue} is no number and no field.");
        }

        if (metric.MetricNamespace!.StartsWith("AWS/", StringComparison.Ordinal))
        {
            throw Errors.Invalid("Invalid metric transformation: namespaces that begin with AWS/ are reserved.");
        }

        if (metric.Dimensions is not { Count: > 0 } dimensions)
        {
            return;
        }

        if (metric.DefaultValue is not null)
        {
            throw Errors.Invalid(
                "Invalid metric transformation: dimensions and default value are mutually exclusive properties.");
        }

        if (dimensions.Count > MostDimensions)
        {
            throw Errors.Invalid("Invalid metric transformation: there are more than 3 dimensions.");
        }

        if (dimensions.Values.FirstOrDefault(v => !v.StartsWith('$')) is { } plain)
        {
            throw Errors.Invalid($"Invalid metric transformation: the dimension's value {plain} is no field.");
        }
    }
}
