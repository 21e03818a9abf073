using Orrery.Contracts.Metrics;

namespace Orrery.Services.CloudWatch.Rules.Search;

/// <summary>Whether a search finds a metric.</summary>
internal static class SearchRules
{
    /// <summary>Whether it does: a schema with dimensions wants these and no others.</summary>
    public static bool Finds(SearchQuery query, MetricId metric) =>
        (query.Namespace is null || query.Namespace == metric.Namespace)
        && (query.Dimensions is null || HasExactly(metric, query.Dimensions))
        && (query.Term is null || Matches(query.Term, metric));

    private static bool HasExactly(MetricId metric, IReadOnlyList<string> names) =>
        metric.Dimensions.Count == names.Count
        && metric.Dimensions.All(dimension => names.Contains(dimension.Name));

    private static bool Matches(SearchTerm term, MetricId metric) => term switch
    {
        SearchTerm.And and => Matches(and.Left, metric) && Matches(and.Right, metric),
        SearchTerm.Or or => Matches(or.Left, metric) || Matches(or.Right, metric),
        SearchTerm.Not not => !Matches(not.Of, metric),
        SearchTerm.Word word => Fields(word.Field, metric).Any(text => Matches(word, text)),
        _ => false,
    };

    private static bool Matches(SearchTerm.Word word, string text) => word.IsExact
        ? text == word.Text
        : text.Equals(word.Text, StringComparison.OrdinalIgnoreCase)
            || SearchTokens.Has(text, SearchTokens.Of(word.Text));

    private static IEnumerable<string> Fields(string? field, MetricId metric) => field switch
    {
        null => [metric.Namespace, metric.Name, .. metric.Dimensions.SelectMany(d => new[] { d.Name, d.Value })],
        "MetricName" => [metric.Name],
        "Namespace" => [metric.Namespace],
        _ => metric.Dimensions.Where(dimension => dimension.Name == field).Select(dimension => dimension.Value),
    };
}
