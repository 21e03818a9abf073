using Orrery.Operations.Listing;
using Orrery.Services.Ssm.Records;
using Orrery.Wire.Generated.Ssm;

namespace Orrery.Services.Ssm.Rules;

/// <summary>Filters and pages of listings. Source: Systems Manager API Reference, ParameterStringFilter.</summary>
internal static class ParameterFilters
{
    /// <summary>Whether a parameter passes all filters.</summary>
    /// <exception cref="Core.ServiceException">InvalidFilterKey, InvalidFilterOption, InvalidFilterValue.</exception>
    public static bool Passes(ParameterRecord parameter, IReadOnlyList<ParameterStringFilter>? filters) =>
        (filters ?? []).All(filter => Fits(parameter, filter));

    /// <summary>Refuses filters that are none, also where there is nothing to filter.</summary>
    /// <exception cref="Core.ServiceException">InvalidFilterKey, InvalidFilterOption, InvalidFilterValue.</exception>
    public static void Check(IReadOnlyList<ParameterStringFilter>? filters, bool isByPath)
    {
        foreach (var filter in filters ?? [])
        {
            var isKnown = filter.Key is "Type" or "KeyId" or "Label" || (!isByPath && filter.Key is "Name" or "Path"
                or "Tier" or "DataType") || (!isByPath && filter.Key!.StartsWith("tag:", StringComparison.Ordinal));
            if (!isKnown) throw Errors.Filter("Key", $"The filter key {filter.Key} is not valid here.");
            var options = filter.Key == "Path" ? new[] { "Recursive", "OneLevel" }
                : filter.Key == "Name" ? ["Equals", "BeginsWith", "Contains"] : ["Equals", "BeginsWith"];
            if (filter.Option is { } option && !options.Contains(option))
                throw Errors.Filter("Option", $"The filter option {option} is not valid for {filter.Key}.");
            var mayLackValue = filter.Key!.StartsWith("tag:", StringComparison.Ordinal);
            if (!mayLackValue && filter.Values is not { Count: > 0 })
                throw Errors.Filter("Value", $"The filter {filter.Key} needs values.");
        }
    }

    /// <summary>One page.</summary>
    /// <exception cref="Core.ServiceException">InvalidNextToken.</exception>
    public static (IReadOnlyList<T> Items, string? Next) Page<T>(
        IEnumerable<T> all, Func<T, string> key, int size, string? token)
    {
        var after = token is null ? null : KeyPages.Open(token) ?? throw Errors.Token();
        return KeyPages.Of(all, key, after, size);
    }

    private static bool Fits(ParameterRecord parameter, ParameterStringFilter filter)
    {
        var values = filter.Values ?? [];
        var latest = parameter.Latest;
        if (filter.Key == "Path") return values.Any(path => IsUnder(parameter, path, filter.Option == "Recursive"));
        if (filter.Key == "Label") return latest.Labels.Any(label => Matches(label, filter));
        if (filter.Key!.StartsWith("tag:", StringComparison.Ordinal))
        {
            return parameter.Tags.TryGetValue(filter.Key["tag:".Length..], out var tag)
                && (values.Count == 0 || Matches(tag, filter));
        }

        var text = filter.Key switch
        {
            "Name" => parameter.Name.Value,
            "Type" => latest.Type.ToWire(),
            "KeyId" => latest.KeyId ?? (latest.Type == ParameterType.SecureString ? Parameters.StandardKey : ""),
            "Tier" => latest.Tier.ToWire(),
            _ => latest.DataType ?? ImageParameters.Text,
        };
        return Matches(text, filter);
    }

    /// <summary>Whether a parameter is below a path.</summary>
    public static bool IsUnder(ParameterRecord parameter, string path, bool isRecursive)
    {
        var start = path.EndsWith('/') ? path : path + "/";
        var name = parameter.Name.Value;
        return name.StartsWith(start, StringComparison.Ordinal)
            && (isRecursive || !name[start.Length..].Contains('/', StringComparison.Ordinal));
    }

    private static bool Matches(string text, ParameterStringFilter filter) => (filter.Values ?? []).Any(value =>
        filter.Option switch
        {
            "BeginsWith" => text.StartsWith(value, StringComparison.Ordinal),
            "Contains" => text.Contains(value, StringComparison.Ordinal),
            _ => text == value || (filter.Key == "Name" && text == "/" + value),
        });
}
